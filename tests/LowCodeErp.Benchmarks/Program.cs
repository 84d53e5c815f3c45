using LowCodeErp.Benchmarks;
using LowCodeErp.TestDatabases;

// Usage: dotnet run -c Release --project tests/LowCodeErp.Benchmarks -- [--customers 100000] [--only sqlite|postgresql|formulas] [--write]
var options = BenchmarkOptions.Read(args);
if (options.IsFormulasOnly)
{
    var formulas = new ResultTable("formula-benchmarks", $"{FormulaBenchmark.Records:N0} records");
    FormulaBenchmark.Run(formulas);
    Print(formulas);
    return 0;
}

var table = new ResultTable("benchmarks", $"{options.Customers:N0} customers, {options.Orders:N0} orders");
foreach (var provider in options.Databases)
{
    await using var database = await TestDatabase.CreateWithPlatformAsync(provider);
    await using var workspace = await BenchmarkWorkspace.CreateAsync(database, options);
    await ImportBenchmark.RunAsync(workspace, table);
    await SaveBenchmark.RunAsync(workspace, table);
    await ListBenchmark.RunAsync(workspace, table);
    await TieringBenchmark.RunAsync(workspace, table);
}

Print(table);
return 0;

void Print(ResultTable results)
{
    Console.WriteLine(results.ToMarkdown());
    if (options.Write)
    {
        results.WriteToReadmes();
    }
}
