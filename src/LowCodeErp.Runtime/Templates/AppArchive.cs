using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Metadata.Apps;
using LowCodeErp.Metadata.Flows;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Metadata.Tiering;
using LowCodeErp.Runtime.Compilation;

namespace LowCodeErp.Runtime.Templates;

/// <summary>
/// An app's folder in one zip file. Nothing of it is ever unpacked to disk; what does not belong to an app is refused by name, and no part is
/// read beyond its limit, whatever the file says of its size.
/// </summary>
public static partial class AppArchive
{
    public const int MaximumBytes = 20 * 1024 * 1024;

    private const int MostFiles = 2_000;
    private const int MostFileBytes = 5 * 1024 * 1024;
    private const int MostBytes = 50 * 1024 * 1024;
    private const string AppFile = "app.json";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>What zip can say of a time; the same for all, so that equal apps give equal files.</summary>
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The texts of the definitions as they are, the app's own first.</summary>
    public static byte[] Write(AppPackage package)
    {
        ArgumentNullException.ThrowIfNull(package);
        using var output = new MemoryStream();
        using (var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, package.App.File, package.App.Json);
            package.Forms.OrderBy(form => form.File, StringComparer.Ordinal).ToList().ForEach(form => Add(archive, form.File, form.Json));
            package.TierModels.OrderBy(model => model.File, StringComparer.Ordinal).ToList().ForEach(model => Add(archive, model.File, model.Json));
            package.Roles.OrderBy(role => role.File, StringComparer.Ordinal).ToList().ForEach(role => Add(archive, role.File, role.Json));
            package.Flows.OrderBy(flow => flow.File, StringComparer.Ordinal).ToList().ForEach(flow => Add(archive, flow.File, flow.Json));
        }

        return output.ToArray();
    }

    /// <summary>Reads every file, even when one is wrong; null, with the reasons, when an error makes the app unusable.</summary>
    /// <param name="content">Can seek.</param>
    public static AppPackage? Read(Stream content, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (content.Length > MaximumBytes)
        {
            diagnostics.Add(TemplateDiagnostics.ArchiveTooLarge(MaximumBytes));
            return null;
        }

        try
        {
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return Read(archive, diagnostics);
        }
        catch (InvalidDataException)
        {
            // Thrown by the reader of zip files alone, for one that is none, is damaged or has a password.
            diagnostics.Add(TemplateDiagnostics.ArchiveBroken());
            return null;
        }
    }

    private static AppPackage? Read(ZipArchive archive, DiagnosticBag diagnostics)
    {
        var files = FilesOf(archive, diagnostics);
        if (diagnostics.HasErrors)
        {
            return null;
        }

        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var rest = MostBytes;
        foreach (var (name, entry) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            if (ReadText(name, entry, ref rest, diagnostics) is { } text)
            {
                texts.Add(name, text);
            }
        }

        var app = texts.TryGetValue(AppFile, out var json) ? Parse<AppDefinition>(AppFile, json, diagnostics) : null;
        var forms = ParseAll<FormDefinition>("forms/", texts, diagnostics);
        var tierModels = ParseAll<TierModelDefinition>("tiering/", texts, diagnostics);
        var roles = ParseAll<RoleDefinition>("roles/", texts, diagnostics);
        var flows = ParseAll<FlowDefinition>("flows/", texts, diagnostics);
        return app is null || diagnostics.HasErrors ? null : new(app, forms, tierModels) { Roles = roles, Flows = flows };
    }

    /// <summary>By their names within the app's folder, which may be packed as a whole or only what is in it.</summary>
    private static Dictionary<string, ZipArchiveEntry> FilesOf(ZipArchive archive, DiagnosticBag diagnostics)
    {
        var files = new Dictionary<string, ZipArchiveEntry>(StringComparer.Ordinal);
        if (archive.Entries.Count > MostFiles)
        {
            diagnostics.Add(TemplateDiagnostics.ArchiveHasTooManyFiles(archive.Entries.Count, MostFiles));
            return files;
        }

        var folder = archive.Entries.Select(entry => Folder().Match(entry.FullName)).FirstOrDefault(match => match.Success)?.Groups["folder"].Value ?? "";
        foreach (var entry in archive.Entries.Where(entry => !entry.FullName.EndsWith('/')))
        {
            var name = entry.FullName.StartsWith(folder, StringComparison.Ordinal) ? entry.FullName[folder.Length..] : entry.FullName;
            if (Ignored().IsMatch(name))
            {
                diagnostics.Add(TemplateDiagnostics.ArchiveFileLeftOut(name));
            }
            else if (!Known().IsMatch(name))
            {
                diagnostics.Add(TemplateDiagnostics.ArchiveFileUnknown(entry.FullName));
            }
            else if (!files.TryAdd(name, entry))
            {
                diagnostics.Add(TemplateDiagnostics.ArchiveFileTwice(name));
            }
        }

        if (!files.ContainsKey(AppFile))
        {
            diagnostics.Add(TemplateDiagnostics.ArchiveHasNoApp());
        }

        return files;
    }

    /// <param name="rest">How many bytes all files together may still have.</param>
    private static string? ReadText(string name, ZipArchiveEntry entry, ref int rest, DiagnosticBag diagnostics)
    {
        var limit = Math.Min(MostFileBytes, rest);
        using var packed = entry.Open();
        var bytes = new byte[(int)Math.Min(limit, Math.Max(0, entry.Length)) + 1];
        var length = packed.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (length == bytes.Length)
        {
            diagnostics.Add(TemplateDiagnostics.ArchiveFileTooLarge(name, limit));
            return null;
        }

        rest -= length;
        try
        {
            return StrictUtf8.GetString(bytes, 0, length).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException exception)
        {
            // The one thing that can be wrong with the text itself; its place is worth more than the exception's words.
            diagnostics.Add(TemplateDiagnostics.NotUtf8(name, exception.Index));
            return null;
        }
    }

    private static List<Sourced<T>> ParseAll<T>(string folder, Dictionary<string, string> texts, DiagnosticBag diagnostics) where T : class
        => [.. texts.Where(file => file.Key.StartsWith(folder, StringComparison.Ordinal)).Select(file => Parse<T>(file.Key, file.Value, diagnostics)).OfType<Sourced<T>>()];

    private static Sourced<T>? Parse<T>(string file, string json, DiagnosticBag diagnostics) where T : class
        => DefinitionReader.Read<T>(json, file, diagnostics) is { } definition ? new(file, definition, json) : null;

    private static void Add(ZipArchive archive, string name, string text)
    {
        var entry = archive.CreateEntry(name);
        entry.LastWriteTime = Epoch;
        using var content = entry.Open();
        content.Write(StrictUtf8.GetBytes(text));
    }

    [GeneratedRegex(@"^(?<folder>[^/\\:]{1,100}/)app\.json$")]
    private static partial Regex Folder();

    [GeneratedRegex(@"^(?:app|(?:forms|tiering|roles|flows)/[a-z][a-z0-9-]{0,49})\.json$")]
    private static partial Regex Known();

    /// <summary>What templates have besides.</summary>
    [GeneratedRegex(@"^(?:README\.md|seed/[^/\\:]{1,100}\.csv)$")]
    private static partial Regex Ignored();
}
