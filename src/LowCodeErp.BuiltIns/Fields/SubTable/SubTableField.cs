using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.BuiltIns.Fields.SubTable;

/// <summary>
/// Lines that belong to a record. They are records of their own form and are read field by field; this type only knows
/// how many there may be, and takes their number as the content of its value in <see cref="Check"/>.
/// </summary>
public sealed class SubTableField : FieldType<SubTableSettings>
{
    /// <summary>One record with its lines is saved and shown as a whole.</summary>
    internal const int MostLines = 1000;

    public override string Key => FieldDefinition.SubTable;

    public override ValueKind ValueKind => ValueKind.Table;

    public override FieldComponents Components { get; } = new(typeof(SubTableEditor), typeof(SubTableCell));

    public override FieldShape GetShape(SubTableSettings settings) => new FieldShape.SubTable(settings.Fields);

    public override void CheckSettings(SubTableSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (settings.Fields.Count == 0)
        {
            diagnostics.Add(FieldDiagnostics.SubTableWithoutFields($"{path}.fields"));
        }

        CheckFields(settings, path, diagnostics);
        CheckLimits(settings, path, diagnostics);
    }

    public override Value Read(InputValue input, SubTableSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (PlainText.Read(input).Length > 0)
        {
            diagnostics.Add(FieldDiagnostics.SubTableIsNotOneValue(path));
        }

        return Value.Blank(ValueKind.Table);
    }

    public override void Check(Value value, SubTableSettings settings, string path, DiagnosticBag diagnostics)
    {
        var lines = (int)value.Content!;
        if (lines < settings.MinimumLines)
        {
            diagnostics.Add(FieldDiagnostics.TooFewLines(path, settings.MinimumLines));
        }

        if (lines > (settings.MaximumLines ?? MostLines))
        {
            diagnostics.Add(FieldDiagnostics.TooManyLines(path, settings.MaximumLines ?? MostLines));
        }
    }

    /// <summary>The number of lines, where it is known.</summary>
    public override string Format(Value value, SubTableSettings settings, CultureInfo culture)
        => value.Content is int lines ? lines.ToString(CultureInfo.InvariantCulture) : "";

    private void CheckFields(SubTableSettings settings, string path, DiagnosticBag diagnostics)
    {
        for (var index = 0; index < settings.Fields.Count; index++)
        {
            if (settings.Fields[index].Type == Key)
            {
                diagnostics.Add(FieldDiagnostics.SubTableInSubTable($"{path}.fields[{index}].type"));
            }
        }

        foreach (var total in (settings.Totals ?? []).Where(total => settings.Fields.All(field => field.Key != total)))
        {
            diagnostics.Add(FieldDiagnostics.TotalOfUnknownField($"{path}.totals", total));
        }
    }

    private static void CheckLimits(SubTableSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (settings.MinimumLines is < 0 or > MostLines)
        {
            diagnostics.Add(FieldDiagnostics.LineLimitOutOfRange($"{path}.minimumLines", MostLines));
        }

        if (settings.MaximumLines is < 0 or > MostLines)
        {
            diagnostics.Add(FieldDiagnostics.LineLimitOutOfRange($"{path}.maximumLines", MostLines));
        }

        if (settings.MinimumLines > settings.MaximumLines)
        {
            diagnostics.Add(FieldDiagnostics.RangeReversed($"{path}.minimumLines"));
        }
    }
}
