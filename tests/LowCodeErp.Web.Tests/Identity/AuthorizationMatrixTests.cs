using System.Net;
using System.Reflection;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Web.Tests.Hosting;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using static LowCodeErp.Web.Tests.Identity.EndpointAccess;

namespace LowCodeErp.Web.Tests.Identity;

/// <summary>
/// Every endpoint with whom it answers, each tried by real requests as nobody, as a member, as an auditor and as an administrator. A new one without an entry here
/// fails.
/// </summary>
public sealed class AuthorizationMatrixTests(TemporaryWorkspace workspace) : IClassFixture<TemporaryWorkspace>
{
    private static readonly Dictionary<string, (EndpointAccess Access, string Address)> Matrix = new()
    {
        ["/"] = (Member, "/"),
        ["/not-found"] = (Member, "/not-found"),
        ["/error"] = (Everybody, "/error"),
        ["/health"] = (Everybody, "/health"),
        ["/language/{language}"] = (Everybody, "/language/en"),
        ["/account"] = (Member, "/account"),
        ["/account/sign-in"] = (Everybody, "/account/sign-in"),
        ["/account/sign-out"] = (Everybody, "POST /account/sign-out"),
        ["/account/second-factor"] = (Everybody, "/account/second-factor"),
        ["/account/password"] = (Everybody, "/account/password"),
        ["/account/set-up"] = (Secret, "/account/set-up"),
        ["/account/access-denied"] = (Everybody, "/account/access-denied"),
        ["/administration/members"] = (Administrator, "/administration/members"),
        ["/administration/members/{MemberId:long}/view"] = (Administrator, "/administration/members/1/view"),
        // Of who sees the program as a member, who is no administrator while he does.
        ["/account/end-view"] = (Member, "POST /account/end-view"),
        ["/account/absence"] = (Member, "/account/absence"),
        ["/administration/organisation"] = (Auditor, "/administration/organisation"),
        // Open to members: those who administer an app assign its roles, others are told that they do not.
        ["/administration/roles"] = (Member, "/administration/roles"),
        // Everybody asks about himself; about others the engine answers administrators alone.
        ["/administration/roles/why"] = (Member, "/administration/roles/why"),
        ["/administration/hand-over/{MemberId:long}"] = (Administrator, "/administration/hand-over/1"),
        ["/administration/audit"] = (Auditor, "/administration/audit"),
        ["/api/audit.{format:regex(^(csv|xlsx)$)}"] = (Auditor, "/api/audit.csv"),
        ["/api/hand-overs/{id:long}.csv"] = (Administrator, "/api/hand-overs/1.csv"),
        ["/administration/calendar"] = (Member, "/administration/calendar"),
        ["/forms/{FormKey}"] = (Member, "/forms/customer"),
        ["/forms/{FormKey}/new"] = (Member, "/forms/customer/new"),
        ["/forms/{FormKey}/{Id:long}"] = (Member, "/forms/customer/1"),
        ["/forms/{FormKey}/{Id:long}/print"] = (Member, "/forms/customer/1/print"),
        ["/forms/{FormKey}/trash"] = (Member, "/forms/customer/trash"),
        ["/forms/{FormKey}/trash/{Id:long}"] = (Member, "/forms/customer/trash/1"),
        // Everybody has lists of his own; an instance that is none of his is refused by the engine.
        ["/inbox"] = (Member, "/inbox"),
        ["/start"] = (Member, "/start"),
        ["/inbox/{ListName}"] = (Member, "/inbox/done"),
        ["/instances/{Id:long}"] = (Member, "/instances/1"),
        ["/instances/{Id:long}/tasks/{SeatId:int}"] = (Member, "/instances/1/tasks/1"),
        ["/help/functions"] = (Member, "/help/functions"),
        ["/tiering"] = (Member, "/tiering"),
        ["/tiering/{Key}"] = (Member, "/tiering/rfm"),
        // Open to members, who are told there that designing is the administrators' of the workspace and the app.
        ["/studio"] = (Member, "/studio"),
        ["/studio/{AppKey}"] = (Member, "/studio/crm"),
        ["/studio/{AppKey}/versions"] = (Member, "/studio/crm/versions"),
        ["/studio/{AppKey}/preview/{Room}"] = (Member, "/studio/crm/preview/1"),
        ["/api/export/{form}.{format:regex(^(csv|xlsx)$)}"] = (Member, "/api/export/customer.csv"),
        ["/api/tier-runs/{id:long}/results.csv"] = (Member, "/api/tier-runs/1/results.csv"),
        ["/api/tier-runs/{id:long}/results.xlsx"] = (Member, "/api/tier-runs/1/results.xlsx"),
        ["/files/{id:long}/{name?}"] = (Member, "/files/1"),
        ["/_blazor"] = (Member, "POST /_blazor"),
        ["/_blazor/negotiate"] = (Member, "POST /_blazor/negotiate?negotiateVersion=1"),
        ["/_blazor/disconnect"] = (Member, "POST /_blazor/disconnect"),
        ["/_blazor/initializers"] = (Member, "/_blazor/initializers"),
        ["/_framework/opaque-redirect"] = (Member, "/_framework/opaque-redirect"),
        // Answers for files of the program that are not there.
        ["/{**path:file}"] = (Member, "/nothing.css"),
    };

    /// <summary>What a browser may call once it is connected to /_blazor, which takes a session: one that has ended is not listened to (SessionTests).</summary>
    private static readonly string[] HubMethods =
    [
        "BeginInvokeDotNetFromJS", "ConnectCircuit", "EndInvokeJSFromDotNet", "OnLocationChanged", "OnLocationChanging", "OnRenderCompleted", "PauseCircuit", "ReceiveByteArray",
        "ReceiveJSDataChunk", "ResumeCircuit", "SendDotNetStreamToJS", "StartCircuit", "UpdateRootComponents",
    ];

    public static TheoryData<string> Patterns => [.. Matrix.Keys];

    [Fact]
    public void Endpoints_OfTheProgram_EachHaveAnEntry()
    {
        var patterns = workspace.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/').TrimEnd('/'))
            .Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(Matrix.Keys.Order(StringComparer.Ordinal), patterns);
    }

    [Fact]
    public void HubMethods_OfTheCircuit_EachHaveAnEntry()
    {
        var hub = typeof(Circuit).Assembly.GetType("Microsoft.AspNetCore.Components.Server.ComponentHub", throwOnError: true)!;

        var methods = hub.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(method => !method.IsVirtual).Select(method => method.Name);

        Assert.Equal(HubMethods, methods.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task StaticAssets_WithoutSignIn_AreServed()
        => Assert.Equal(HttpStatusCode.OK, (await new Visitor(workspace).GetAsync("/favicon.svg")).StatusCode);

    [Theory]
    [MemberData(nameof(Patterns))]
    public async Task Endpoint_AsNobodyMemberAuditorAndAdministrator_AnswersWhomItsEntrySays(string pattern)
    {
        var (access, address) = Matrix[pattern];

        await AssertAsync(new Visitor(workspace), address, access is Everybody);
        await AssertAsync(await SignInAsync("plain-member", isAdministrator: false), address, access is Everybody or Member);
        await AssertAsync(await SignInAuditorAsync(), address, access is Everybody or Member or Auditor);
        await AssertAsync(await SignInAsync("administrator", isAdministrator: true), address, access is not Secret);
    }

    private static async Task AssertAsync(Visitor visitor, string address, bool isOpen)
    {
        var answer = address.Split(' ') is ["POST", var path] ? await visitor.PostAsync(path) : await visitor.GetAsync(address);

        Assert.True(IsRefused(answer) != isOpen, $"{address}: {(int)answer.StatusCode} {answer.Headers.Location}");
    }

    /// <summary>Led away to the sign-in, told that it may not, or told bluntly. Nothing found, or a form without its fields, is an answer.</summary>
    private static bool IsRefused(HttpResponseMessage answer) => answer.StatusCode switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => true,
        HttpStatusCode.Redirect => answer.Headers.Location!.ToString() is var target
            && (target.Contains("/account/sign-in?returnUrl", StringComparison.Ordinal) || target.Contains("/account/access-denied", StringComparison.Ordinal)),
        HttpStatusCode.NotFound => answer.RequestMessage!.RequestUri!.AbsolutePath == "/account/set-up",
        _ => false,
    };

    private async Task<Visitor> SignInAuditorAsync()
    {
        var visitor = await SignInAsync("auditor", isAdministrator: false);
        await using var scope = workspace.Services.CreateAsyncScope();
        var auditor = (await scope.ServiceProvider.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<Data.Platform.Member>>().FindByNameAsync("auditor"))!;
        var roles = workspace.Services.GetRequiredService<IRoleAssignments>();
        Assert.Empty(await roles.AssignAsync(new() { App = "", Role = RoleAssignment.Auditor, MemberId = auditor.Id }, Actor.System, TestContext.Current.CancellationToken));
        return visitor;
    }

    private async Task<Visitor> SignInAsync(string userName, bool isAdministrator)
    {
        await using var scope = workspace.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<Data.Platform.Member>>().FindByNameAsync(userName) is null)
        {
            await workspace.AddMemberAsync(userName, member => member.IsAdministrator = isAdministrator);
        }

        var visitor = new Visitor(workspace);
        await visitor.SignInAsync(userName);
        return visitor;
    }
}
