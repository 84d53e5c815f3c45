using System.Net;

namespace LowCodeErp.Web.Tests.Hosting;

public sealed class HealthTests(TemporaryWorkspace workspace) : IClassFixture<TemporaryWorkspace>
{
    [Fact]
    public async Task Health_WithDatabase_IsHealthyForAnyone()
    {
        var answer = await new Visitor(workspace).GetAsync("/health");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Healthy", await Visitor.ReadAsync(answer));
    }
}
