using System.Runtime.CompilerServices;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Numbering;

namespace LowCodeErp.Data.Health;

/// <summary>Ids in use were allocated, so that they are not given out again.</summary>
internal sealed class CheckIds : IHealthCheck
{
    public async IAsyncEnumerable<Diagnostic> ExamineAsync(
        Examination examination, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var tables = examination.SoundForms.Select(form => (form.Table, Sequence: IdSequence.Record))
            .Concat([("sys_history", IdSequence.History), ("sys_audit", IdSequence.Audit), ("sys_definition", IdSequence.Definition)]);
        foreach (var (table, sequence) in tables)
        {
            // The ids first: the block can only have grown by the time it is read.
            var highest = await examination.CountAsync($"SELECT MAX(id) FROM {examination.Quote(table)}", cancellationToken);
            var next = await examination.CountAsync($"SELECT next FROM sys_id_block WHERE name = '{sequence}'", cancellationToken);
            if (highest > 0 && highest >= next)
            {
                yield return HealthDiagnostics.IdsNotAllocated(table, highest, next);
            }
        }
    }
}
