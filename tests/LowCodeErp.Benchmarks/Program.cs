using LowCodeErp.Benchmarks;
using LowCodeErp.Data.Providers;
using LowCodeErp.TestDatabases;

// Usage: dotnet run -c Release --project tests/LowCodeErp.Benchmarks --
//   [--only records|filters|rights|formulas|typing|designing|flows] [--only sqlite|postgresql] [--customers 100000] [--receivables 1000000] [--deals 1000000] [--write]
var options = BenchmarkOptions.Read(args);
if (options.Includes(BenchmarkOptions.Records))
{
    var table = new ResultTable("benchmarks", $"{options.Customers:N0} customers, {options.Orders:N0} orders");
    foreach (var provider in options.Databases)
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(provider);
        await using var workspace = await BenchmarkWorkspace.CreateAsync(database, options, Repository.App("cdnow"));
        await ImportBenchmark.RunAsync(workspace, table);
        await SaveBenchmark.RunAsync(workspace, table);
        await ListBenchmark.RunAsync(workspace, table);
        await TieringBenchmark.RunAsync(workspace, table);
    }

    Print(table);
}

if (options.Includes(BenchmarkOptions.Filters))
{
    var table = new ResultTable("filter-benchmarks", $"{options.Receivables:N0} receivables of {GeneratedReceivables.Customers:N0} customers");
    foreach (var provider in options.Databases)
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(provider);
        await using var workspace = await BenchmarkWorkspace.CreateAsync(database, options, Repository.App("receivables"));
        await FilterBenchmark.RunAsync(workspace, table);
    }

    Print(table);
}

if (options.Includes(BenchmarkOptions.Rights))
{
    var table = new ResultTable("rights-benchmarks", $"{options.Deals:N0} deals of {GeneratedDeals.Members} members");
    foreach (var provider in options.Databases)
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(provider);
        await using var workspace = await BenchmarkWorkspace.CreateAsync(database, options, Repository.App("deals"));
        await RightsBenchmark.RunAsync(workspace, table);
    }

    Print(table);
}

if (options.Includes(BenchmarkOptions.Flows))
{
    var table = new ResultTable("flow-benchmarks", $"flows of three, five and {FlowMachineBenchmark.Blocks:N0} steps");
    await FlowMachineBenchmark.RunAsync(table);
    foreach (var provider in options.Databases)
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(provider);
        await FlowBenchmark.AddMembersAsync(new(database.Connections));
        await using var workspace = await BenchmarkWorkspace.CreateAsync(database, options, Repository.App("approvals"));
        await FlowBenchmark.RunAsync(workspace, table);
    }

    Print(table);
}

if (options.Includes(BenchmarkOptions.Formulas))
{
    var table = new ResultTable("formula-benchmarks", $"{FormulaBenchmark.Records:N0} records");
    FormulaBenchmark.Run(table);
    Print(table);
}

if (options.Includes(BenchmarkOptions.Typing))
{
    var table = new ResultTable("typing-benchmarks", $"{GeneratedForm.Wide.Fields} fields and {GeneratedForm.Wide.Lines} lines, Chromium");
    await using var database = await TestDatabase.CreateWithPlatformAsync(DatabaseProvider.Sqlite);
    using var app = new GeneratedApp(GeneratedForm.Wide, GeneratedForm.Usual);
    await using var workspace = await BenchmarkWorkspace.CreateAsync(database, options, app.Folder);
    var record = await FormSaveBenchmark.RunAsync(workspace, table);
    await TypingBenchmark.RunAsync(workspace, record, table);
    Print(table);
}

if (options.Includes(BenchmarkOptions.Designing))
{
    var table = new ResultTable("designing-benchmarks", $"{GeneratedForm.Arranged.Fields} fields in {GeneratedForm.Arranged.Tabs} tabs of sections, Chromium");
    await using var database = await TestDatabase.CreateWithPlatformAsync(DatabaseProvider.Sqlite);
    using var app = new GeneratedApp(GeneratedForm.Arranged, GeneratedForm.Wide, GeneratedForm.Usual);
    await using var workspace = await BenchmarkWorkspace.CreateAsync(database, options, app.Folder);
    await DesigningBenchmark.RunAsync(workspace, table);
    Print(table);
}

return 0;

void Print(ResultTable results)
{
    Console.WriteLine(results.ToMarkdown());
    if (options.Write)
    {
        results.WriteToReadmes();
    }
}
