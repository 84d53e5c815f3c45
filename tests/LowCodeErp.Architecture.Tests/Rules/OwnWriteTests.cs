using LowCodeErp.Architecture.Tests.Sources;

namespace LowCodeErp.Architecture.Tests.Rules;

/// <summary>
/// Nothing is written for who only looks on (decision 0044): every write begins with BeginWriteAsync, which refuses him. What the program writes for itself
/// begins otherwise, and is named here.
/// </summary>
public sealed class OwnWriteTests
{
    private static readonly string[] Own =
    [
        "Accounts/MemberSessions.cs", "Accounts/MemberViewings.cs", "Auditing/AuditLog.cs", "Numbering/IdAllocator.cs",
        "Providers/PostgreSql/PostgreSqlConnections.cs", "Providers/SqlServer/SqlServerConnections.cs", "Providers/Sqlite/SqliteConnections.cs", "Providers/WorkspaceConnections.cs",
    ];

    [Fact]
    public void OwnWrites_OfTheProgram_AreThoseNamedHere()
        => Assert.Equal(Own.Select(path => "src/LowCodeErp.Data/" + path), FilesWith("BeginOwnWriteAsync", "BeginApartAsync"));

    /// <summary>A transaction that begins elsewhere asks nobody.</summary>
    [Fact]
    public void Transactions_OfTheProgram_BeginInOnePlace()
        => Assert.Equal(["src/LowCodeErp.Data/Providers/WriteTransaction.cs"], FilesWith("BeginTransaction"));

    private static IEnumerable<string> FilesWith(params string[] words)
        => Repository.ProductCode
            .Where(file => file.CodeLines.Any(line => Array.Exists(words, word => line.Text.Contains(word, StringComparison.Ordinal))))
            .Select(file => file.Path).Order(StringComparer.Ordinal);
}
