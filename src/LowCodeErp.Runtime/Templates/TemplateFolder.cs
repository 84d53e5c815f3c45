using System.Text;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Metadata.Apps;
using LowCodeErp.Metadata.Flows;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Metadata.Tiering;
using LowCodeErp.Runtime.Compilation;

namespace LowCodeErp.Runtime.Templates;

/// <summary>An app as a folder: <c>app.json</c>, <c>forms/*.json</c>, <c>tiering/*.json</c>, <c>roles/*.json</c>, <c>flows/*.json</c>, <c>seed/*.csv</c>.</summary>
public static class TemplateFolder
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads every file, even when one is wrong; null when an error makes the app unusable.</summary>
    public static AppPackage? Read(string folder, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (!File.Exists(Path.Combine(folder, "app.json")))
        {
            diagnostics.Add(TemplateDiagnostics.NoApp(folder));
            return null;
        }

        var app = ReadDefinition<AppDefinition>(folder, "app.json", diagnostics);
        var forms = ReadFiles<FormDefinition>(folder, "forms", diagnostics);
        var tierModels = ReadFiles<TierModelDefinition>(folder, "tiering", diagnostics);
        var roles = ReadFiles<RoleDefinition>(folder, "roles", diagnostics);
        var flows = ReadFiles<FlowDefinition>(folder, "flows", diagnostics);
        return app is null || diagnostics.HasErrors ? null : new(app, forms, tierModels) { Roles = roles, Flows = flows };
    }

    /// <summary>
    /// The app with those that it needs, which are looked for in the folders beside its own; one that is not there is left out, since
    /// it may be installed all the same. None when the app is unusable.
    /// </summary>
    public static IReadOnlyList<AppPackage> ReadWithNeeded(string folder, DiagnosticBag diagnostics)
    {
        var found = new List<AppPackage>();
        var pending = new Queue<string>([Path.GetFullPath(folder)]);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (pending.TryDequeue(out var next))
        {
            if (seen.Add(next) && (found.Count == 0 || Directory.Exists(next)) && Read(next, diagnostics) is { } package)
            {
                found.Add(package);
                package.App.Definition.Needs.ToList().ForEach(key => pending.Enqueue(Path.Combine(Path.GetDirectoryName(next)!, key)));
            }
        }

        return found;
    }

    /// <summary>
    /// The files with the app's example data, in the order of their names, which start with a number where the order matters:
    /// <c>1.customer.csv</c> holds records of form <c>customer</c>.
    /// </summary>
    public static IReadOnlyList<SeedFile> FindSeeds(string folder)
    {
        var seeds = Path.Combine(folder, "seed");
        return Directory.Exists(seeds)
            ? [.. Directory.EnumerateFiles(seeds, "*.csv").Order(StringComparer.Ordinal).Select(file => new SeedFile(file, FormOf(file)))]
            : [];
    }

    /// <summary>One file of an app; null, with the reasons, when it is no definition of its kind.</summary>
    /// <param name="file">Relative to the folder.</param>
    public static Sourced<T>? ReadDefinition<T>(string folder, string file, DiagnosticBag diagnostics) where T : class
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        string json;
        try
        {
            json = StrictUtf8.GetString(File.ReadAllBytes(Path.Combine(folder, file))).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException exception)
        {
            // The one thing that can be wrong with the text itself; its place is worth more than the exception's words.
            diagnostics.Add(TemplateDiagnostics.NotUtf8(file, exception.Index));
            return null;
        }

        return DefinitionReader.Read<T>(json, file, diagnostics) is { } definition ? new(file, definition, json) : null;
    }

    private static string FormOf(string file) => Path.GetFileNameWithoutExtension(file).Split('.')[^1];

    private static List<Sourced<T>> ReadFiles<T>(string folder, string kind, DiagnosticBag diagnostics) where T : class
    {
        var path = Path.Combine(folder, kind);
        if (!Directory.Exists(path))
        {
            return [];
        }

        return [.. Directory.EnumerateFiles(path, "*.json").Order(StringComparer.Ordinal)
            .Select(file => ReadDefinition<T>(folder, $"{kind}/{Path.GetFileName(file)}", diagnostics))
            .OfType<Sourced<T>>()];
    }
}
