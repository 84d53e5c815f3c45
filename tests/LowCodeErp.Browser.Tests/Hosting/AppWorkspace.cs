using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Departments;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Templates;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace LowCodeErp.Browser.Tests.Hosting;

/// <summary>A running program with an app and an administrator who can sign in.</summary>
/// <param name="folder">Of the app, below the folder of the tests; none for a workspace without apps.</param>
public abstract class AppWorkspace(params string[] folder) : IAsyncLifetime
{
    private readonly TemporaryWorkspace _workspace = new();

    public Uri Address => _workspace.ClientOptions.BaseAddress;

    protected string Folder { get; } = Path.Combine([AppContext.BaseDirectory, .. folder]);

    public virtual async ValueTask InitializeAsync()
    {
        _workspace.UseKestrel(0);
        _workspace.StartServer();
        await _workspace.AddMemberAsync(BrowserFixture.UserName, member => member.IsAdministrator = true);
        await PrepareAsync();
        if (folder.Length > 0)
        {
            await InstallAsync(Folder);
        }
    }

    /// <summary>What has to be there before the app is installed.</summary>
    protected virtual Task PrepareAsync() => Task.CompletedTask;

    /// <summary>Somebody who is no administrator.</summary>
    public Task AddMemberAsync(string userName) => _workspace.AddMemberAsync(userName);

    /// <summary>Gives a member a role, for good.</summary>
    public async Task GiveRoleAsync(string userName, string app, string role)
    {
        Assert.Empty(await Service<IRoleAssignments>().AssignAsync(new() { App = app, Role = role, MemberId = await FindMemberAsync(userName) }, Actor.System));
    }

    /// <returns>The id.</returns>
    public async Task<long> FindMemberAsync(string userName) => Assert.Single(await Service<IRecordQueries>().SuggestMembersAsync(userName, 1, Actor.System)).Id;

    /// <summary>Somebody else who may design.</summary>
    public Task AddAdministratorAsync(string userName) => _workspace.AddMemberAsync(userName, member => member.IsAdministrator = true);

    /// <summary>See <see cref="TemporaryWorkspace.ForgetNewRecordsAsync"/>.</summary>
    public Task ForgetNewRecordsAsync() => _workspace.ForgetNewRecordsAsync(BrowserFixture.UserName);

    /// <summary>Publishes the app with another definition of one form.</summary>
    public async Task ChangeFormAsync(string key, Func<string, string> change)
    {
        var copy = Directory.CreateTempSubdirectory("lowcode-").FullName;
        foreach (var file in Directory.GetFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var (text, target) = (await File.ReadAllTextAsync(file), Path.Combine(copy, Path.GetRelativePath(Folder, file)));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await File.WriteAllTextAsync(target, Path.GetFileNameWithoutExtension(file) == key ? change(text) : text);
        }

        await InstallAsync(copy);
        Directory.Delete(copy, recursive: true);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _workspace.DisposeAsync();
    }

    protected static Dictionary<string, InputValue> Values(params (string Field, string Text)[] values)
        => values.ToDictionary(value => value.Field, value => InputValue.Of(value.Text));

    protected T Service<T>() where T : notnull => _workspace.Services.GetRequiredService<T>();

    protected FormModel Form(string key) => Service<IWorkspace>().Current.FindForm(key)!;

    private async Task InstallAsync(string folder)
    {
        var installed = await Service<TemplateInstaller>().InstallAsync(folder, Actor.System);
        Assert.DoesNotContain(installed.Diagnostics, diagnostic => diagnostic.Severity == Severity.Error);
    }

    /// <summary>By their paths; those above them come with them.</summary>
    protected async Task AddDepartmentsAsync(params string[] paths)
    {
        using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes("部门\n" + string.Join('\n', paths)));
        var diagnostics = new DiagnosticBag();
        await Service<IDepartments>().ChangeAsync(tree => DepartmentFile.Import(tree, file, "departments.csv", diagnostics), Actor.System);
        Assert.Empty(diagnostics.Items);
    }

    /// <summary>A record as an import would bring it.</summary>
    /// <returns>The id.</returns>
    protected async Task<long> AddAsync(string form, RecordInput input)
    {
        var result = await Service<SavePipeline>().SaveAsync(new(Form(form), [input], Actor.System, ChangeSource.Command));
        return Assert.IsType<SaveResult.Saved>(result).Records[0].Id;
    }
}
