using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Changes;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Templates;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.FormDesigner.Layouts;

namespace LowCodeErp.Studio.AppSettings;

/// <summary>Reads an app from a zip file into a document that the designers can draw, and says what it would change.</summary>
public sealed class AppImport(WorkspaceCompiler compiler, LayoutRules rules, AppComparison comparison)
{
    /// <param name="content">Can seek.</param>
    /// <param name="before">What the app is now; null for a new one.</param>
    /// <param name="others">The other apps, as published.</param>
    public ImportedApp Read(Stream content, AppDocument? before, IReadOnlyList<AppPackage> others)
    {
        ArgumentNullException.ThrowIfNull(content);
        var diagnostics = new DiagnosticBag();
        if (AppArchive.Read(content, diagnostics) is not { } package)
        {
            return new(null, [], diagnostics.Items);
        }

        var document = AppDocument.Of(package);
        document = before is null || before.App.Key == document.App.Key ? document : document with { App = document.App with { Key = before.App.Key } };
        // What cannot be drawn is refused with the compiler's words for it; other mistakes are the designer's to mend.
        if (DocumentStructure.Check(document, rules) is [var broken, ..])
        {
            diagnostics.AddRange(compiler.Compile(1, [.. others, document.ToPackage()]).Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error));
            return new(null, [], diagnostics.HasErrors ? diagnostics.Items : [AppSettingsDiagnostics.Unsound(broken)]);
        }

        return new(document, comparison.Compare(before?.ToPackage(), document.ToPackage()), diagnostics.Items);
    }
}
