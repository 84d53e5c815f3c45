using LowCodeErp.Web.Commands;

return await CommandLine.RunAsync(args);
var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
builder.Services
    .AddWorkspaceDatabase()
    .AddAccounts()
    .AddFileCompression()
    .AddLanguages()
    .AddExceptionHandler<FailureLog>()
    .AddPortal();

var app = builder.Build();
if (!await app.Services.PrepareDatabaseAsync())
{
    return 1;
}

app.UseRequestPipeline();
app.MapEndpoints();
await app.RunAsync();
return 0;
