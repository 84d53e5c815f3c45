using System.Text;
using LowCodeErp.Data.Providers;
using LowCodeErp.Formula.Compilation;
using Npgsql;

namespace LowCodeErp.Data.Tests.Formulas.Functions;

public sealed class CasingTests(FunctionDatabases databases) : IClassFixture<FunctionDatabases>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("lc_upper")]
    [InlineData("lc_lower")]
    public async Task Case_OfEveryCodePoint_IsThatOfDotNet(string function)
    {
        var texts = Enumerable.Range(1, 0x10FFFF).Where(Rune.IsValid).Select(char.ConvertFromUtf32).ToArray();
        await using var connection = (NpgsqlConnection)await (await databases.GetAsync(DatabaseProvider.PostgreSql)).OpenReadAsync(Token);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {function}(t) FROM unnest($1) WITH ORDINALITY AS v (t, place) ORDER BY place";
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = texts });
        await using var reader = await command.ExecuteReaderAsync(Token);
        var different = new List<string>();
        foreach (var text in texts)
        {
            await reader.ReadAsync(Token);
            var expected = function == "lc_upper" ? FormulaPrimitives.Upper(text) : FormulaPrimitives.Lower(text);
            if (reader.GetString(0) != expected)
            {
                different.Add($"U+{char.ConvertToUtf32(text, 0):X4}");
            }
        }

        Assert.Empty(different);
    }
}
