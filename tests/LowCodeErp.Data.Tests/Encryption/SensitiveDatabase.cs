using System.Globalization;
using System.Text;
using LowCodeErp.Core.Values;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Tests.Records;
using LowCodeErp.Specifications.Apps;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Encryption;

/// <summary>A form of contacts whose phone and note are sensitive, and all that its database holds as one text.</summary>
internal static class SensitiveDatabase
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<FieldDatabase> CreateAsync(DatabaseProvider provider, params FormBuilder[] forms)
    {
        var database = await FieldDatabase.CreateAsync(provider, forms);
        Assert.Null(await database.Published.Database.OpenKeysAsync());
        return database;
    }

    public static FormBuilder Contacts(bool isEncrypted = true, bool isUnique = true) => Form("contact")
        .Field("name", "text").Field("phone", "phone", unique: isUnique).Encrypted(isEncrypted).Field("note", "multi-line").Encrypted(isEncrypted);

    public static (string, InputValue) Value(string key, string text) => (key, InputValue.Of(text));

    /// <summary>Every byte that SQLite keeps, in its file and in the log beside it; every value of every table of a server.</summary>
    public static async Task<string> ReadEverythingAsync(FieldDatabase database) => database.Published.Database.Target.Provider == DatabaseProvider.Sqlite
        ? await ReadFilesAsync(database)
        : await ReadTablesAsync(database);

    private static async Task<string> ReadFilesAsync(FieldDatabase database)
    {
        var file = (string)(await database.Published.QueryAsync("SELECT file FROM pragma_database_list WHERE name = 'main'"))!;
        var text = new StringBuilder();
        foreach (var path in Directory.GetFiles(Path.GetDirectoryName(file)!))
        {
            await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            text.Append(await reader.ReadToEndAsync(Cancellation));
        }

        return text.ToString();
    }

    private static async Task<string> ReadTablesAsync(FieldDatabase database)
    {
        var text = new StringBuilder();
        await using var connection = await database.Published.Database.Connections.OpenReadAsync(Cancellation);
        var tables = new List<string>();
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()";
            await using var reader = await command.ExecuteReaderAsync(Cancellation);
            while (await reader.ReadAsync(Cancellation))
            {
                tables.Add(reader.GetString(0));
            }
        }

        foreach (var table in tables)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = string.Create(CultureInfo.InvariantCulture, $"SELECT row_to_json(t)::text FROM \"{table}\" t");
            await using var reader = await command.ExecuteReaderAsync(Cancellation);
            while (await reader.ReadAsync(Cancellation))
            {
                text.AppendLine(reader.GetString(0));
            }
        }

        return text.ToString();
    }
}
