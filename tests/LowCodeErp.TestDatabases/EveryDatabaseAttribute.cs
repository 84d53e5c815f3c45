using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace LowCodeErp.TestDatabases;

/// <summary>
/// Runs a theory whose parameter is a <see cref="Data.Providers.DatabaseProvider"/> once on each of <see cref="TestDatabase.Providers"/>.
/// MemberData could say the same, but xunit's analyzer 1.27 crashes on members of another assembly.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryDatabaseAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
        => new([.. TestDatabase.Providers.Select(provider => new TheoryDataRow<Data.Providers.DatabaseProvider>(provider))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
