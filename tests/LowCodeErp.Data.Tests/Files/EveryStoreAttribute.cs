using System.Reflection;
using LowCodeErp.TestDatabases;
using Xunit.Sdk;
using Xunit.v3;

namespace LowCodeErp.Data.Tests.Files;

/// <summary>Runs a test on every database, with the contents of files in it and in a folder.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EveryStoreAttribute : DataAttribute
{
    private static readonly bool[] Places = [false, true];

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
        => new([.. from provider in TestDatabase.Providers from isOnDisk in Places select new TheoryDataRow(provider, isOnDisk)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
