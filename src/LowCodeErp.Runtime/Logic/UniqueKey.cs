using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Logic;

/// <summary>
/// Fields that no two records may have in common. What is compared is kept in a column of its own, which is unique like any unique
/// field; nobody sees it.
/// </summary>
/// <param name="Field">The column.</param>
/// <param name="Message">The author's own; null for the usual one.</param>
public sealed record UniqueKey(string Key, FieldModel Field, IReadOnlyList<FieldModel> Reads, LocalizedText? Message) : IFieldStep
{
    /// <summary>Between values: no text has it.</summary>
    private const char Separator = '\u001F';

    public string Member => "unique";

    public override string ToString() => $"{Field.Form.Key}.{Key}";

    /// <summary>Blank when one of the values is. Long texts fit into no index, so a digest stands for all; the names of the fields make that of other fields another one.</summary>
    public Value Calculate(IFormulaRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var text = new StringBuilder();
        foreach (var field in Reads)
        {
            if (row.Get(field.Ordinal) is not { } value)
            {
                return Value.Blank(ValueKind.Text);
            }

            text.Append(field.Key).Append(Separator).Append(Fold(value)).Append(Separator);
        }

        return Value.Of(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()))));
    }

    /// <summary>What two spellings of one thing have in common.</summary>
    public static string Fold(object value) => value switch
    {
        string text => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(character => !char.IsWhiteSpace(character))).ToUpperInvariant(),
        decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
