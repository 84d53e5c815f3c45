using System.Globalization;
using System.Text;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LowCodeErp.Studio.Diagram;

/// <summary>The forms of the app and what they refer to, as a picture and as a list.</summary>
public sealed partial class DiagramPanel
{
    /// <summary>A larger one would be too small to read when all of it is shown at once.</summary>
    private const int WidestFitted = 1500;

    private const int Least = 25;
    private const int Most = 200;
    private const int Step = 25;

    private FormDiagram _diagram = new(0, 0, [], []);
    private (IReadOnlyList<FormDefinition> Forms, string App) _drawn = ([], "");
    private int _zoom = 100;

    private bool _isFitted = true;
    private string? _near;

    [Inject]
    public required FormReferences References { get; set; }

    [Inject]
    public required IJSRuntime JavaScript { get; set; }

    [Parameter, EditorRequired]
    public DesignSession Session { get; set; } = null!;

    protected override void OnParametersSet()
    {
        var document = Session.Document;
        if (ReferenceEquals(_drawn.Forms, document.Forms) && _drawn.App == document.App.Key)
        {
            return;
        }

        _drawn = (document.Forms, document.App.Key);
        var references = document.Forms.SelectMany(References.Of).ToList();
        var targets = references.Select(reference => reference.To).ToHashSet(StringComparer.Ordinal);
        var own = document.Forms.Select(form => Box(form, document.App.Key));
        var others = Session.OtherForms.Where(form => targets.Contains(form.Form.Key)).Select(form => Box(form.Form, form.App));
        var isFirst = _diagram.Boxes.Count == 0;
        _diagram = FormDiagram.Of([.. own, .. others], references);
        _isFitted = isFirst ? _diagram.Width <= WidestFitted : _isFitted;
    }

    private static DiagramForm Box(FormDefinition form, string app) => new(form.Key, app, form.Label, form.Fields.Count);

    private int Scaled(int length) => length * _zoom / 100;

    private void Zoom(int steps) => (_zoom, _isFitted) = (Math.Clamp(_zoom + steps * Step, Least, Most), false);

    private bool Concerns(DiagramLine line) => line.From.Key == _near || line.To.Key == _near;

    private string Size(DiagramForm form) => Text["Fields", form.Fields];

    private string Describe(DiagramForm form) => $"{form.Label} · {Size(form)} · {Neighbours(form)}";

    private static string Describe(DiagramLine line) => $"{line.From.Label} → {line.To.Label}: {string.Join(", ", line.References.Select(reference => reference.Label))}";

    private string Neighbours(DiagramForm form)
    {
        var targets = string.Join(", ", _diagram.Lines.Where(line => line.From == form).Select(line => line.To.Label));
        var sources = string.Join(", ", _diagram.Lines.Where(line => line.To == form).Select(line => line.From.Label));
        return Text["Neighbours", targets.Length == 0 ? Text["None"].Value : targets, sources.Length == 0 ? Text["None"].Value : sources];
    }

    private Task SaveAsync()
        => JavaScript.SaveFileAsync($"{Session.Document.App.Key}.svg", "image/svg+xml", Encoding.UTF8.GetBytes(DiagramFile.Write(_diagram, Session.Document.App.Label.In(CultureInfo.CurrentUICulture), Size)));

    private Task PrintAsync() => JavaScript.PrintPageAsync();
}
