using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.BuiltIns.Fields.Department;

/// <summary>A department of the company: whose customer it is, which one asked for the goods.</summary>
public sealed class DepartmentField : FieldType<DepartmentSettings>
{
    public override string Key => "department";

    public override ValueKind ValueKind => ValueKind.Reference;

    public override FieldComponents Components { get; } = new(typeof(DepartmentEditor), typeof(DepartmentCell));

    public override FieldShape GetShape(DepartmentSettings settings) => new FieldShape.Department();

    public override Value Read(InputValue input, DepartmentSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (!RecordId.TryRead(input, out var value))
        {
            diagnostics.Add(FieldDiagnostics.DepartmentNotFound(path, input));
        }

        return value;
    }

    public override string Format(Value value, DepartmentSettings settings, CultureInfo culture) => RecordId.Format(value);
}
