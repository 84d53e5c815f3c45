using System.Globalization;

namespace LowCodeErp.Data.Tests.Publishing.Randomly;

/// <summary>The form's table as a stranger's tool sees it: every row and every column, the trash and what is kept included.</summary>
internal static class StoredItems
{
    /// <returns>By id, the values by column; blanks are left out.</returns>
    public static async Task<Dictionary<long, Dictionary<string, string>>> ReadAsync(PublishedDatabase database)
    {
        await using var connection = await database.Database.Connections.OpenReadAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM item";
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new Dictionary<long, Dictionary<string, string>>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            var values = Enumerable.Range(0, reader.FieldCount).Where(column => !reader.IsDBNull(column))
                .ToDictionary(reader.GetName, column => Describe(reader.GetValue(column)));
            rows.Add(long.Parse(values["id"], CultureInfo.InvariantCulture), values);
        }

        return rows;
    }

    private static string Describe(object value) => value switch
    {
        double number => ((decimal)number).ToString("0.####", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.####", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime { TimeOfDay.Ticks: 0 } date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
