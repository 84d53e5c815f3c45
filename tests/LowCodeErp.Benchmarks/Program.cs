using LowCodeErp.Benchmarks;
using LowCodeErp.TestDatabases;

// Usage: dotnet run -c Release --project tests/LowCodeErp.Benchmarks -- [--customers 100000] [--only sqlite] [--write]
var options = BenchmarkOptions.Read(args);
var table = new ResultTable(options);
foreach (var provider in options.Databases)
{
    await using var database = await TestDatabase.CreateWithPlatformAsync(provider);
    await using var workspace = await BenchmarkWorkspace.CreateAsync(database, options);
    await ImportBenchmark.RunAsync(workspace, table);
    await SaveBenchmark.RunAsync(workspace, table);
    await ListBenchmark.RunAsync(workspace, table);
    await TieringBenchmark.RunAsync(workspace, table);
}

Console.WriteLine(table.ToMarkdown());
if (options.Write)
{
    table.WriteToReadmes();
}

return 0;
