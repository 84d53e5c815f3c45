using System.Data.Common;
using System.Globalization;
using LowCodeErp.Data.Providers;

namespace LowCodeErp.Benchmarks;

/// <summary>One prepared INSERT, run row by row: what a careful programmer writes by hand.</summary>
internal sealed class PreparedInsert : IAsyncDisposable
{
    private readonly DbCommand _command;
    private readonly bool _isSqlite;

    public PreparedInsert(BenchmarkWorkspace workspace, WriteTransaction transaction, string table, IReadOnlyList<string> columns)
    {
        _isSqlite = workspace.IsSqlite;
        _command = BenchmarkWorkspace.CreateCommand(
            transaction, $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(column => "@" + column))})");
        foreach (var column in columns)
        {
            var parameter = _command.CreateParameter();
            parameter.ParameterName = "@" + column;
            _command.Parameters.Add(parameter);
        }
    }

    public object ToDate(DateOnly date) => _isSqlite ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : date;

    public object ToNumber(decimal number) => _isSqlite ? (double)number : number;

    public async Task ExecuteAsync(object[] values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            _command.Parameters[index].Value = values[index];
        }

        await _command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => _command.DisposeAsync();
}
