using System.Runtime.CompilerServices;
using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Data.Health;

/// <summary>What is encrypted can be decrypted where it stands, and is found by what it is.</summary>
internal sealed class CheckSensitiveValues : IHealthCheck
{
    public async IAsyncEnumerable<Diagnostic> ExamineAsync(
        Examination examination, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var keys = examination.Rows.Keys;
        var sensitive = examination.SoundForms.SelectMany(form => form.Fields).Where(field => field.IsSensitive).ToList();
        if (sensitive.Count > 0 && keys.Problem is { } problem)
        {
            yield return problem;
            yield break;
        }

        foreach (var field in sensitive)
        {
            var (count, first) = (0L, 0L);
            var (column, index) = (examination.Quote(field.Column), examination.Quote(field.Compared.Column));
            await foreach (var row in examination.ReadAsync($"SELECT id, {column}, {index} FROM {examination.Quote(field.Form.Table)} WHERE {column} IS NOT NULL ORDER BY id", cancellationToken))
            {
                var id = row.GetInt64(0);
                if (keys.Open(field, id, row.GetString(1)) is not { } text || row.IsDBNull(2) || row.GetString(2) != keys.IndexOf(field, text))
                {
                    first = count++ == 0 ? id : first;
                }
            }

            if (count > 0)
            {
                yield return HealthDiagnostics.Unreadable(field, count, first);
            }
        }
    }
}
