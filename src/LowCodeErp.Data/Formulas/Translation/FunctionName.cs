using System.Reflection;
using System.Text;

namespace LowCodeErp.Data.Formulas.Translation;

/// <summary>What the function of a primitive is called in every database: AddDays is lc_add_days.</summary>
internal static class FunctionName
{
    public static string Of(MethodInfo primitive)
    {
        var name = new StringBuilder(SqlOperation.FunctionPrefix);
        foreach (var character in primitive.Name)
        {
            if (char.IsUpper(character) && name.Length > SqlOperation.FunctionPrefix.Length)
            {
                name.Append('_');
            }

            name.Append(char.ToLowerInvariant(character));
        }

        return name.ToString();
    }
}
