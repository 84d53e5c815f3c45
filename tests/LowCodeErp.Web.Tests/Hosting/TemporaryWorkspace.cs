using LowCodeErp.Data.Platform;
using LowCodeErp.Web.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LowCodeErp.Web.Tests.Hosting;

/// <summary>The real program with a new SQLite database of its own, which is deleted with it.</summary>
public sealed class TemporaryWorkspace : WebApplicationFactory<Program>
{
    public const string Password = "correct horse battery";

    private readonly string _folder = Directory.CreateTempSubdirectory("lowcode-").FullName;

    /// <summary>What a test adds to the program before it starts: a menu, for instance.</summary>
    public Action<IServiceCollection> AddServices { get; init; } = _ => { };

    public async Task<Member> AddMemberAsync(string userName, Action<Member>? change = null)
    {
        await using var scope = Services.CreateAsyncScope();
        var member = new Member { UserName = userName, DisplayName = userName };
        change?.Invoke(member);
        var result = await scope.ServiceProvider.GetRequiredService<UserManager<Member>>().CreateAsync(member, Password);
        Assert.True(result.Succeeded, string.Join(" ", result.Errors.Select(error => error.Description)));
        return member;
    }

    /// <summary>So that what one test typed into a new record and left is not offered to the next.</summary>
    public async Task ForgetNewRecordsAsync(string userName)
    {
        await using var platform = Services.GetRequiredService<PlatformContextFactory>().CreateDbContext();
        await platform.Drafts.Where(draft => draft.RecordId == 0 && platform.Users.Any(member => member.Id == draft.MemberId && member.UserName == userName)).ExecuteDeleteAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
        => builder
            .UseSetting(WorkspaceDatabaseSetup.Setting, Path.Combine(_folder, "erp.db"))
            .UseSetting("Logging:LogLevel:Default", "Warning")
            // All visitors of a test come from one address.
            .UseSetting("Limits:SignInsPerMinute", "100000")
            .ConfigureServices(AddServices);
}
