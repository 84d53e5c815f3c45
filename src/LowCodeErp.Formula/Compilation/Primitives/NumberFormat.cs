using System.Globalization;
using System.Text;

namespace LowCodeErp.Formula.Compilation;

/// <summary>Numbers in an Excel format: <c>#,##0.00</c>, <c>0.0%</c>, <c>0.00E+00</c>, <c>000-00</c>.</summary>
internal sealed class NumberFormat
{
    private readonly List<FormatItem> _items;
    private readonly List<int> _wholePlaces = [];
    private readonly List<int> _fractionPlaces = [];
    private readonly HashSet<int> _silentCommas = [];
    private readonly bool _hasGroups;
    private readonly int _thousands;
    private readonly int _exponent;

    private NumberFormat(List<FormatItem> items)
    {
        _items = items;
        _exponent = items.FindIndex(item => item.Kind == FormatItemKind.Exponent);
        var end = _exponent < 0 ? items.Count : _exponent;
        var point = items.FindIndex(0, end, item => item.Kind == FormatItemKind.Point);
        for (var index = 0; index < end; index++)
        {
            if (items[index].Kind == FormatItemKind.Digit)
            {
                (point >= 0 && index > point ? _fractionPlaces : _wholePlaces).Add(index);
            }
        }

        (_hasGroups, _thousands) = ReadCommas();
    }

    public static string Format(decimal number, string format)
    {
        if (format.Equals("General", StringComparison.OrdinalIgnoreCase))
        {
            return FormulaPrimitives.NumberText(number)!;
        }

        var sections = FormatReader.Read(format);
        var section = number < 0 && sections.Count > 1 ? 1 : number == 0 && sections.Count > 2 ? 2 : 0;
        var items = sections[section];
        if (items.Exists(item => item.Kind is FormatItemKind.DatePart or FormatItemKind.Noon))
        {
            return DateFormat.Format(number, items);
        }

        return new NumberFormat(items).Write(section == 1 ? -number : number);
    }

    /// <summary>A comma between digits groups thousands; one right after the last digit divides by a thousand.</summary>
    private (bool HasGroups, int Thousands) ReadCommas()
    {
        var places = _fractionPlaces.Count > 0 ? _fractionPlaces : _wholePlaces;
        if (places.Count == 0)
        {
            return (false, 0);
        }

        var thousands = 0;
        for (var index = places[^1] + 1; index < _items.Count && _items[index].Kind == FormatItemKind.Comma; index++)
        {
            thousands++;
            _silentCommas.Add(index);
        }

        var groups = _wholePlaces.Count < 2 ? [] : Enumerable.Range(_wholePlaces[0], _wholePlaces[^1] - _wholePlaces[0])
            .Where(index => _items[index].Kind == FormatItemKind.Comma && _items[index - 1].Kind == FormatItemKind.Digit).ToArray();
        _silentCommas.UnionWith(groups);
        _silentCommas.UnionWith(Enumerable.Range(places[0], places[^1] - places[0])
            .Where(index => _fractionPlaces.Count > 0 && _items[index].Kind == FormatItemKind.Comma));
        return (groups.Length > 0, thousands);
    }

    private string Write(decimal number)
    {
        var scaled = Math.Abs(number) * (decimal)Math.Pow(100, _items.Count(item => item.Kind == FormatItemKind.Percent));
        for (var index = 0; index < _thousands; index++)
        {
            scaled /= 1_000;
        }

        var exponent = 0;
        if (_exponent >= 0)
        {
            (scaled, exponent) = Normalise(scaled);
        }

        var rounded = Math.Round(scaled, Math.Min(_fractionPlaces.Count, 27), MidpointRounding.AwayFromZero);
        var places = _wholePlaces.Count + _fractionPlaces.Count;
        var sign = number < 0 && (rounded != 0 || places == 0) ? "-" : "";
        return sign + Fill(rounded, exponent);
    }

    /// <summary>As many digits before the point as the format has places.</summary>
    private (decimal Mantissa, int Exponent) Normalise(decimal number)
    {
        var exponent = 0;
        var limit = (decimal)Math.Pow(10, Math.Max(1, _wholePlaces.Count));
        while (number != 0 && number >= limit)
        {
            number /= 10;
            exponent++;
        }

        while (number != 0 && number < limit / 10)
        {
            number *= 10;
            exponent--;
        }

        return Math.Round(number, Math.Min(_fractionPlaces.Count, 27), MidpointRounding.AwayFromZero) >= limit ? (number / 10, exponent + 1) : (number, exponent);
    }

    private string Fill(decimal number, int exponent)
    {
        var whole = decimal.Truncate(number);
        var digits = whole == 0 ? "" : whole.ToString(CultureInfo.InvariantCulture);
        var fraction = (number - whole).ToString("F" + Math.Min(_fractionPlaces.Count, 28), CultureInfo.InvariantCulture);
        fraction = _fractionPlaces.Count == 0 ? "" : fraction[(fraction.IndexOf('.', StringComparison.Ordinal) + 1)..].PadRight(_fractionPlaces.Count, '0');
        var text = new StringBuilder();
        for (var index = 0; index < _items.Count; index++)
        {
            text.Append(WriteItem(index, digits, fraction, exponent));
            if (index == _exponent)
            {
                text.Append(WriteExponent(exponent));
                index = LastExponentDigit(index);
            }
        }

        return text.ToString();
    }

    private string WriteItem(int index, string digits, string fraction, int exponent)
    {
        var item = _items[index];
        switch (item.Kind)
        {
            case FormatItemKind.Comma when _silentCommas.Contains(index):
                return "";
            case FormatItemKind.Exponent:
                return item.Text[0] + (exponent < 0 ? "-" : item.Text[1] == '+' ? "+" : "");
            case FormatItemKind.Digit when _wholePlaces.IndexOf(index) is >= 0 and var place:
                return WriteWhole(place, digits);
            case FormatItemKind.Digit when _fractionPlaces.IndexOf(index) is >= 0 and var place:
                return place >= fraction.TrimEnd('0').Length && item.Text == "#" ? "" : fraction[place].ToString();
            default:
                return item.Text;
        }
    }

    /// <summary>The first place takes all digits that have no place of their own.</summary>
    private string WriteWhole(int place, string digits)
    {
        var fromRight = _wholePlaces.Count - place;
        var count = place == 0 ? Math.Max(digits.Length, fromRight) : fromRight;
        var text = new StringBuilder();
        for (var position = count; position >= fromRight; position--)
        {
            var hasDigit = position <= digits.Length;
            var empty = _items[_wholePlaces[place]].Text switch
            {
                "0" => "0",
                "?" => " ",
                _ => "",
            };
            text.Append(hasDigit ? digits[^position].ToString() : empty);
            var shown = hasDigit || empty == "0";
            text.Append(_hasGroups && shown && position > 1 && (position - 1) % 3 == 0 ? "," : "");
        }

        return text.ToString();
    }

    private int LastExponentDigit(int index)
    {
        while (index + 1 < _items.Count && _items[index + 1].Kind == FormatItemKind.Digit)
        {
            index++;
        }

        return index;
    }

    private string WriteExponent(int exponent)
    {
        var zeros = Enumerable.Range(_exponent + 1, LastExponentDigit(_exponent) - _exponent).Select(index => _items[index].Text).ToList();
        var width = zeros.Count - Math.Max(0, zeros.IndexOf("0"));
        return Math.Abs(exponent).ToString(CultureInfo.InvariantCulture).PadLeft(zeros.Contains("0") ? width : 1, '0');
    }
}
