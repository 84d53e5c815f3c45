using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;

namespace LowCodeErp.Runtime.Fields;

/// <summary>Base of every field type: one folder with this class, its settings record, editor, cell and texts.</summary>
public abstract class FieldType<TSettings> : IFieldType where TSettings : class, new()
{
    public abstract string Key { get; }

    public Type SettingsType => typeof(TSettings);

    public abstract ValueKind ValueKind { get; }

    public abstract FieldComponents Components { get; }

    public abstract FieldShape GetShape(TSettings settings);

    public virtual bool CanBeSensitive => false;

    public virtual Numbering? GetNumbering(TSettings settings) => null;

    public virtual IReadOnlyList<FieldOption>? GetOptions(TSettings settings) => null;

    public virtual void CheckSettings(TSettings settings, string path, DiagnosticBag diagnostics)
    {
    }

    public abstract Value Read(InputValue input, TSettings settings, string path, DiagnosticBag diagnostics);

    public virtual void Check(Value value, TSettings settings, string path, DiagnosticBag diagnostics)
    {
    }

    public virtual IReadOnlyList<Value>? FindByText(string text, TSettings settings) => null;

    public abstract string Format(Value value, TSettings settings, CultureInfo culture);

    /// <summary>Nothing but that there is a value, unless the type knows a part of it that may be shown.</summary>
    public virtual string Mask(Value value, TSettings settings) => FieldMask.Whole;

    /// <summary>Text as it is shown, so that an option is exported by its label; everything else as a typed cell.</summary>
    public virtual InputValue Export(Value value, TSettings settings, CultureInfo culture)
        => ValueKind is ValueKind.Text or ValueKind.List ? InputValue.Of(Format(value, settings, culture)) : InputValue.Of(value);

    FieldShape IFieldType.GetShape(object settings) => GetShape((TSettings)settings);

    Numbering? IFieldType.GetNumbering(object settings) => GetNumbering((TSettings)settings);

    IReadOnlyList<FieldOption>? IFieldType.GetOptions(object settings) => GetOptions((TSettings)settings);

    void IFieldType.CheckSettings(object settings, string path, DiagnosticBag diagnostics)
        => CheckSettings((TSettings)settings, path, diagnostics);

    Value IFieldType.Read(InputValue input, object settings, string path, DiagnosticBag diagnostics)
        => Read(input, (TSettings)settings, path, diagnostics);

    void IFieldType.Check(Value value, object settings, string path, DiagnosticBag diagnostics)
        => Check(value, (TSettings)settings, path, diagnostics);

    IReadOnlyList<Value>? IFieldType.FindByText(string text, object settings) => FindByText(text, (TSettings)settings);

    string IFieldType.Format(Value value, object settings, CultureInfo culture) => Format(value, (TSettings)settings, culture);

    string IFieldType.Mask(Value value, object settings) => Mask(value, (TSettings)settings);

    InputValue IFieldType.Export(Value value, object settings, CultureInfo culture) => Export(value, (TSettings)settings, culture);
}
