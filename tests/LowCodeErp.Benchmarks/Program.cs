using LowCodeErp.Benchmarks;

// Usage: dotnet run -c Release --project tests/LowCodeErp.Benchmarks -- [--customers 100000] [--write] [--postgresql "Host=…"]
var options = BenchmarkOptions.Read(args);
var table = new ResultTable(options);
foreach (var database in options.Databases)
{
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
