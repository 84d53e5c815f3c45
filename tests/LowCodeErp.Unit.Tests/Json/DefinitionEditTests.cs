using System.Text.Json;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Json;

namespace LowCodeErp.Unit.Tests.Json;

public sealed class DefinitionEditTests
{
    [Fact]
    public void Set_Member_StandsInItsPlace()
        => Assert.Equal("""{"size":"A5","margins":[1]}""", Set<SamplePaper>("""{"margins": [1]}""", "size", "\"A5\""));

    [Theory]
    [InlineData("size", "\"A4\"")]
    [InlineData("margins", "[10, 10]")]
    public void Set_ToTheDefault_IsNotWritten(string member, string value) => Assert.Equal("""{}""", Set<SamplePaper>("{}", member, value));

    [Fact]
    public void Set_RequiredMemberLikeTheDefault_IsWritten() => Assert.Equal("""{"minimum":1,"unit":""}""", Set<SampleSettings>("""{"minimum": 1}""", "unit", "\"\""));

    [Fact]
    public void Set_BesideAnythingWrong_KeepsItAsItIs()
        => Assert.Equal(
            """{"size":"A3","margins":["x",{"y":1}],"nobodyKnows":[1,null]}""",
            Set<SamplePaper>("""{"nobodyKnows": [1, null], "size": 7, "margins": ["x", {"y": 1}]}""", "size", "\"A3\""));

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    public void Set_InWhatIsNoRecord_BeginsOne(string content) => Assert.Equal("""{"size":"A3"}""", Set<SamplePaper>(content, "size", "\"A3\""));

    [Fact]
    public void Set_OtherMembersNotCanonical_MakesThemSo()
        => Assert.Equal("""{"size":"A3"}""", Set<SamplePaper>("""{"margins": [10, 10]}""", "size", "\"A3\""));

    [Fact]
    public void Set_LastMemberTakenOut_LeavesNothing()
        => Assert.Null(DefinitionEdit.Set(typeof(SamplePaper), JsonElement.Parse("""{"size": "A3"}"""), "size", null));

    [Theory]
    [InlineData("""{"at": "2026-11-22T14:30", "from": "09:05:30"}""", "")]
    [InlineData("""{"at": "2026-11-22T14:30:15", "from": "00:00"}""", "")]
    [InlineData("""{"at": "2026-11-22 14:30"}""", "at: json.not-a-date-time")]
    [InlineData("""{"from": "9:05"}""", "from: json.not-a-time")]
    [InlineData("""{"from": 9}""", "from: json.wrong-type")]
    public void MomentsAndTimes_AreReadAndWritten(string json, string problem)
    {
        var diagnostics = new DiagnosticBag();

        var read = DefinitionReader.Read(typeof(SampleHours), JsonElement.Parse(json), "", diagnostics);

        Assert.Equal(problem, string.Join(", ", diagnostics.Items.Select(item => $"{item.Path}: {item.Code}")));
        Assert.True(read is null || Compact(DefinitionWriter.Write(read)) == Compact(json));
    }

    private static string Set<T>(string content, string member, string value)
        => DefinitionEdit.Set(typeof(T), JsonElement.Parse(content), member, JsonElement.Parse(value)) is { } changed ? Compact(changed.GetRawText()) : "{}";

    private static string Compact(string json) => JsonSerializer.Serialize(JsonElement.Parse(json));

    private sealed record SampleHours
    {
        public DateTime? At { get; init; }

        public TimeOnly From { get; init; } = new(8, 0);
    }
}
