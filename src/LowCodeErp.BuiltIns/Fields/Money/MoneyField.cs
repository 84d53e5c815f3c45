using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.BuiltIns.Fields.Money;

public sealed class MoneyField : FieldType<MoneySettings>
{
    public override string Key => "money";

    public override ValueKind ValueKind => ValueKind.Number;

    public override FieldComponents Components { get; } = new(typeof(MoneyEditor), typeof(MoneyCell)) { TakesPlaceholder = true };

    public override FieldShape GetShape(MoneySettings settings)
        => new FieldShape.Column(new(StorageKind.Number, Precision: DecimalText.MostDigits, Scale: settings.Decimals));

    public override void CheckSettings(MoneySettings settings, string path, DiagnosticBag diagnostics)
    {
        DecimalText.CheckSettings(settings.Decimals, settings.Minimum, settings.Maximum, path, diagnostics);
        if (settings.Currency.Length != 3 || !settings.Currency.All(char.IsAsciiLetterUpper))
        {
            diagnostics.Add(FieldDiagnostics.CurrencyCodeInvalid($"{path}.currency", settings.Currency));
        }
    }

    public override Value Read(InputValue input, MoneySettings settings, string path, DiagnosticBag diagnostics)
    {
        if (input.Content is not string text)
        {
            return DecimalText.Read(input, settings.Decimals, path, diagnostics);
        }

        var amount = AmountText.Parse(PlainText.ToHalfWidth(text));
        if (amount.Marks.All(mark => CurrencyMarks.Stands(mark, settings.Currency)))
        {
            return DecimalText.Read(input, amount.Number, settings.Decimals, path, diagnostics);
        }

        diagnostics.Add(amount.Marks.All(CurrencyMarks.IsKnown)
            ? FieldDiagnostics.MoneyInOtherCurrency(path, input, settings.Currency)
            : FieldDiagnostics.NumberUnreadable(path, input));
        return Value.Blank(ValueKind.Number);
    }

    public override void Check(Value value, MoneySettings settings, string path, DiagnosticBag diagnostics)
        => DecimalText.CheckRange(value, settings.Minimum, settings.Maximum, path, diagnostics);

    public override string Format(Value value, MoneySettings settings, CultureInfo culture)
    {
        if (value.IsBlank)
        {
            return "";
        }

        var amount = value.AsNumber();
        return $"{(amount < 0 ? "-" : "")}{CurrencyMarks.Prefix(settings.Currency)}{DecimalText.Format(Math.Abs(amount), settings.Decimals)}";
    }
}
