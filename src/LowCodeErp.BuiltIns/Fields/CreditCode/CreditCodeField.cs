using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.BuiltIns.Fields.CreditCode;

/// <summary>The unified social credit code of a Chinese company or organisation, 统一社会信用代码.</summary>
public sealed class CreditCodeField : FieldType<CreditCodeSettings>
{
    public override string Key => "credit-code";

    public override ValueKind ValueKind => ValueKind.Text;

    public override bool CanBeSensitive => true;

    public override FieldComponents Components { get; } = new(typeof(CreditCodeEditor), typeof(CreditCodeCell)) { TakesPlaceholder = true };

    public override FieldShape GetShape(CreditCodeSettings settings) => new FieldShape.Column(new(StorageKind.Text, Length: SocialCreditCode.Length));

    public override Value Read(InputValue input, CreditCodeSettings settings, string path, DiagnosticBag diagnostics)
    {
        var code = SocialCreditCode.Normalize(PlainText.ToHalfWidth(PlainText.Read(input)));
        if (code.Length == 0 || Find(code, path) is not { } mistake)
        {
            return Value.Of(code);
        }

        diagnostics.Add(mistake);
        return Value.Blank(ValueKind.Text);
    }

    public override string Format(Value value, CreditCodeSettings settings, CultureInfo culture) => value.AsText() ?? "";

    public override string Mask(Value value, CreditCodeSettings settings) => FieldMask.Ends(value.AsText()!, 4, 4);

    private static Diagnostic? Find(string code, string path)
    {
        if (code.Length != SocialCreditCode.Length)
        {
            return FieldDiagnostics.CreditCodeHasOtherLength(path, code.Length);
        }

        if (SocialCreditCode.FindForeignCharacter(code) is { } index)
        {
            return FieldDiagnostics.CreditCodeHasOtherCharacter(path, index + 1, code[index], SocialCreditCode.IsOfRegion(index));
        }

        return SocialCreditCode.ExpectedCheck(code) == code[^1] ? null
            : SocialCreditCode.IsOrganisationRight(code) ? FieldDiagnostics.CreditCodeDoesNotCheck(path, SocialCreditCode.ExpectedCheck(code), code[^1])
            : FieldDiagnostics.CreditCodeOfOtherOrganisation(path);
    }
}
