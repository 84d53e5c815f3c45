using System.Globalization;
using System.Text.Json;
using LowCodeErp.BuiltIns.Fields.Division;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.BuiltIns.Fields.Address;

/// <summary>
/// An address in China: a field for each level of places, and one for the detail. A text such as 广东省深圳市南山区科技园路1号 is
/// taken apart; where nothing is recognised it is all detail, so that nothing that somebody wrote is lost.
/// </summary>
public sealed class AddressField : PartedFieldType<AddressSettings>
{
    private const int LongestDetail = 200;

    private static readonly LocalizedText[] Labels = [new("省", "Province"), new("市", "City"), new("区县", "District"), new("街道", "Street")];

    public override string Key => "address";

    public override FieldComponents Components { get; } = new(typeof(AddressEditor), typeof(AddressCell));

    /// <summary>Streets are not known to everybody and missing for some places, so nobody has to name one.</summary>
    public override IReadOnlyList<FieldDefinition> GetParts(AddressSettings settings)
    {
        var places = Enum.GetValues<DivisionLevel>().Where(level => level <= settings.Depth).Select(level => new FieldDefinition
        {
            Key = KeyOf(level), Type = "division", Label = Labels[(int)level], Required = level < DivisionLevel.Street,
            Settings = JsonSerializer.SerializeToElement(new { level = KeyOf(level) }),
        });
        var detail = new FieldDefinition
        {
            Key = "detail", Type = "text", Label = new("详细地址", "Detail"), Required = true,
            Settings = JsonSerializer.SerializeToElement(new { maximumLength = LongestDetail }),
        };
        return settings.WithoutDetail ? [.. places] : [.. places, detail];
    }

    public override IReadOnlyList<InputValue> TakeApart(
        InputValue whole, IReadOnlyList<InputValue> parts, AddressSettings settings, string path, DiagnosticBag diagnostics)
    {
        var address = AddressText.Read(PlainText.Read(whole), settings.Depth);
        var inputs = Enumerable.Range(0, (int)settings.Depth + 1)
            .Select(level => parts[level].IsBlank ? InputValue.Of(address.Place?.Path.ElementAtOrDefault(level)?.Code) : parts[level]);
        var places = AddressPlaces.Resolve([.. inputs]);
        if (settings.WithoutDetail && address.Detail.Length > 0)
        {
            diagnostics.Add(FieldDiagnostics.DivisionUnknown(path, whole));
        }

        return settings.WithoutDetail ? places : [.. places, parts[^1].IsBlank ? InputValue.Of(address.Detail) : parts[^1]];
    }

    public override void CheckParts(IReadOnlyList<Value> parts, AddressSettings settings, string path, DiagnosticBag diagnostics)
    {
        DivisionPlace? owner = null;
        foreach (var place in parts.Take((int)settings.Depth + 1).Select(part => Divisions.Find(part.AsText())).OfType<DivisionPlace>())
        {
            if (owner is not null && !place.Code.StartsWith(owner.Code, StringComparison.Ordinal))
            {
                diagnostics.Add(FieldDiagnostics.DivisionElsewhere($"{path}-{KeyOf(place.Level)}", place.Name, owner.Name));
                return;
            }

            owner = place;
        }
    }

    public override string FormatParts(IReadOnlyList<Value> parts, AddressSettings settings, CultureInfo culture)
        => PlaceOf(parts, settings)?.FullName + (settings.WithoutDetail ? "" : parts[^1].AsText());

    /// <summary>The smallest place that is named.</summary>
    internal static DivisionPlace? PlaceOf(IReadOnlyList<Value> parts, AddressSettings settings)
        => parts.Take((int)settings.Depth + 1).Select(part => Divisions.Find(part.AsText())).LastOrDefault(place => place is not null);

    private static string KeyOf(DivisionLevel level) => Core.Naming.Key.FromName(level.ToString());
}
