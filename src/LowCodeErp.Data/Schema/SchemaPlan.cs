using LowCodeErp.Core.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace LowCodeErp.Data.Schema;

/// <summary>How to bring the forms' tables from one published state to the next.</summary>
/// <param name="Operations">In the order in which they run.</param>
/// <param name="Commands">The operations as SQL, but for those of <paramref name="Constraints"/>; empty when there is an error.</param>
/// <param name="Constraints">What is added once the values are where they belong: indexes and foreign keys.</param>
/// <param name="Diagnostics">Why the plan cannot be carried out; empty when it can.</param>
public sealed record SchemaPlan(
    IReadOnlyList<MigrationOperation> Operations,
    IReadOnlyList<MigrationCommand> Commands,
    IReadOnlyList<MigrationCommand> Constraints,
    IReadOnlyList<Diagnostic> Diagnostics)
{
    public static SchemaPlan Refused(IReadOnlyList<Diagnostic> diagnostics) => new([], [], [], diagnostics);
}
