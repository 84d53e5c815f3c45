using System.Runtime.CompilerServices;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Forms;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Health;

/// <summary>Every published form has its table, with every column and its type.</summary>
internal sealed class CheckTables : IHealthCheck
{
    public async IAsyncEnumerable<Diagnostic> ExamineAsync(
        Examination examination, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var form in examination.Workspace.Forms)
        {
            var found = new Dictionary<string, string>(StringComparer.Ordinal);
            await foreach (var row in examination.ReadAsync(ColumnsSql(examination, form), cancellationToken))
            {
                found[row.GetString(0)] = row.GetString(1);
            }

            var findings = Compare(examination, form, found).ToList();
            if (findings.Count == 0)
            {
                examination.SoundForms.Add(form);
            }

            foreach (var finding in findings)
            {
                yield return finding;
            }
        }
    }

    private static IEnumerable<Diagnostic> Compare(Examination examination, FormModel form, Dictionary<string, string> found)
    {
        if (found.Count == 0)
        {
            yield return HealthDiagnostics.TableMissing(form);
            yield break;
        }

        foreach (var property in examination.Model.FindEntityType(form.Key)!.GetProperties())
        {
            var mapping = property.GetRelationalTypeMapping();
            var name = property.GetColumnName();
            var expected = examination.Provider == DatabaseProvider.SqlServer ? mapping.StoreTypeNameBase : mapping.StoreType;
            if (!found.TryGetValue(name, out var actual))
            {
                yield return HealthDiagnostics.ColumnMissing(form, name);
            }
            else if (!actual.Equals(expected, StringComparison.OrdinalIgnoreCase))
            {
                yield return HealthDiagnostics.ColumnRetyped(form, name, expected, actual);
            }
        }
    }

    /// <summary>A table's name is made of a key, so it needs no escaping in a literal. SQL Server's types come without length and digits.</summary>
    private static string ColumnsSql(Examination examination, FormModel form) => examination.Provider switch
    {
        DatabaseProvider.Sqlite => $"SELECT name, type FROM pragma_table_info('{form.Table}')",
        DatabaseProvider.PostgreSql =>
            "SELECT attname::text, format_type(atttypid, atttypmod) FROM pg_attribute "
                + $"WHERE attrelid = to_regclass('{examination.Quote(form.Table)}') AND attnum > 0 AND NOT attisdropped",
        _ => $"SELECT COLUMN_NAME, DATA_TYPE FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_NAME = '{form.Table}'",
    };
}
