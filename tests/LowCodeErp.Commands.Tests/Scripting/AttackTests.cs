using System.Diagnostics;

namespace LowCodeErp.Commands.Tests.Scripting;

/// <summary>
/// Scripts that mean harm. Each has to be answered within its deadline, with one of the reasons given; this process must not grow,
/// and the next script must work.
/// </summary>
public sealed class AttackTests(ScriptWorkers workers) : IClassFixture<ScriptWorkers>
{
    /// <summary>Other tests run in this process meanwhile; the attacks take gigabytes where they succeed.</summary>
    private const long Growth = 500 * 1024 * 1024;

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(3);

    /// <summary>For killing a process and for a machine that has other things to do.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);

    /// <summary>Whichever limit is met first depends on the machine.</summary>
    private const string Endless = "script.too-many-steps script.timed-out";

    private const string Deep = "script.recursion-too-deep script.timed-out script.crashed";

    private const string Huge = "script.out-of-memory script.timed-out script.too-large";

    private const string Slow = "script.pattern-too-slow script.timed-out";

    private const string BadPattern = "/^(a+)+$/";

    private const string BadText = "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'";

    /// <summary>The rows of formula.md §4.</summary>
    public static TheoryData<string, string> Table => new()
    {
        { "return input.GetType().BaseType.Assembly.GetType('System.Environment').GetProperty('MachineName').GetValue(null);", "script.thrown" },
        { "return new Array(50000000).join('*').length;", "script.too-large" },
        { $"return {BadPattern}.test({BadText});", Slow },
        { "var a = []; a.length = 30000000; a.sort(); return 1;", "script.too-large" },
        { "var s = 'ab'; for (var i = 0; i < 28; i++) { s += s; } return s.length;", Huge },
        { "var s = 'aaaaaaaaaa'; for (var i = 0; i < 4; i++) { s = s.replace(/a/g, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'); } return s.length;", Huge },
        { "return Function('return 7')();", "script.thrown" },
        { "return eval('7');", "script.thrown" },
        { "while (true) { }", Endless },
        { "function f() { return f() + 1; } return f();", Deep },
        { "var o = { toString: function () { return '' + o; } }; return '' + o;", Deep },
    };

    public static TheoryData<string, string> Compilers => new()
    {
        { "return (function () {}).constructor('return 7')();", "script.thrown" },
        { "return log.constructor('return 7')();", "script.thrown" },
        { "return Object.getPrototypeOf(Object.getPrototypeOf(log)).constructor.constructor('return 7')();", "script.thrown" },
        { "return [].join.constructor('return 7')();", "script.thrown" },
        { "return importNamespace('System').Environment.MachineName;", "script.thrown" },
        { "return System.IO.File.ReadAllText('/etc/passwd');", "script.thrown" },
        { "return require('fs');", "script.thrown" },
        { "return log.Target.GetType();", "script.thrown" },
        { "}); (function () { return importNamespace('System'); })(); (function () {", "script.thrown" },
    };

    public static TheoryData<string, string> Loops => new()
    {
        { "for (;;);", Endless },
        { "do { } while (true);", Endless },
        { "outer: while (true) { while (true) { continue outer; } }", Endless },
        { "try { while (true) { } } catch (e) { return 1; } finally { while (true) { } }", Endless },
        { "while (true) { try { while (true) { } } catch (e) { } }", Endless },
        { "return { get a() { while (true) { } } };", Endless },
        { "return { toJSON: function () { while (true) { } } };", Endless },
        { "return +{ valueOf: function () { while (true) { } } };", Endless },
        { "return [3, 1, 2].sort(function () { while (true) { } });", Endless },
        { "return 'aaa'.replace(/a/g, function () { while (true) { } });", Endless },
        { "log({ toJSON: function () { while (true) { } } });", Endless },
        { "throw { get message() { while (true) { } } };", Endless },
        { "return new Date(1e15, 1e9).getTime();", "script.timed-out" },
    };

    public static TheoryData<string, string> Patterns => new()
    {
        { $"return {BadText}.replace({BadPattern}, '');", Slow },
        { $"return {BadText}.split({BadPattern});", Slow },
        { $"return {BadText}.match({BadPattern});", Slow },
        { $"return {BadText}.search({BadPattern});", Slow },
        { $"return new RegExp('^(a+)+$').exec({BadText});", Slow },
        { $"while (true) {{ try {{ {BadPattern}.test({BadText}); }} catch (e) {{ }} }}", Slow },
    };

    public static TheoryData<string, string> Sizes => new()
    {
        { "return Array.prototype.join.call({ length: 4294967295 });", "script.too-large" },
        { "var n = 0; return Array.prototype.map.call({ get length() { return n++ ? 5e7 : 1; } }, String);", "script.too-large" },
        { "return Array.prototype.forEach.call({ length: { valueOf: function () { return 5e7; } } }, String);", "script.too-large" },
        { "return Math.max.apply(null, { length: 50000000 });", "script.too-large" },
        { "var a = [1]; while (true) { a = a.concat(a); }", "script.too-large" },
        { "var a = []; a.length = 5e6; return a;", "script.too-large" },
        { "var a = []; while (true) { a.push({}); }", Huge + " " + Endless },
        { "var o = {}; for (var i = 0; ; i++) { o['k' + i] = i; }", Huge + " " + Endless },
        { "var s = 'a'; for (var i = 0; i < 20; i++) { s += s; } return s;", "script.too-large" },
        { "var s = 'a'; for (var i = 0; i < 22; i++) { s += s; } return s.split('');", "script.too-large" },
        { "var x = []; for (var i = 0; i < 50; i++) { x = [x, x]; } return x;", "script.too-large" },
        { "var a = []; a[0] = a; return a;", "script.too-large" },
        { "var a = []; a[0] = a; return '' + a;", Deep },
        { "var a = []; for (var i = 0; i < 30000; i++) { a = [a]; } return JSON.stringify(a);", "script.too-large script.timed-out" },
        { "var o = { toJSON: function () { return { o: o }; } }; return o;", Deep + " " + Huge },
        { "var o = { get x() { return o.x; } }; return o.x;", Deep },
        { "var t = new Array(1001).join('['); return JSON.parse(t);", "script.thrown" },
    };

    /// <summary>What a script changes of the language hurts only itself.</summary>
    public static TheoryData<string, string> Pollution => new()
    {
        { "Array.prototype.join = function () { return 1; };", "script.thrown" },
        { "delete Array.prototype.join;", "script.thrown" },
        { "Object.defineProperty(String.prototype, 'replace', { value: 1 });", "script.thrown" },
        { "JSON.stringify = function () { return 'x'; };", "script.thrown" },
        { "log = 1;", "script.thrown" },
        { "leaked = 1;", "script.thrown" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    [MemberData(nameof(Compilers))]
    [MemberData(nameof(Loops))]
    [MemberData(nameof(Patterns))]
    [MemberData(nameof(Sizes))]
    [MemberData(nameof(Pollution))]
    public async Task Script_ThatMeansHarm_IsAnsweredInTimeAndLeavesNothing(string source, string reasons)
    {
        Assert.Equal("42", await workers.EvaluateAsync("return 6 * 7;"));
        var before = Environment.WorkingSet;
        var watch = Stopwatch.StartNew();

        var result = await workers.RunAsync(source, "{\"a\": [1, 2]}", Deadline);

        Assert.True(watch.Elapsed < Deadline + Grace, $"It took {watch.Elapsed}.");
        Assert.Null(result.OutputJson);
        Assert.Contains(Assert.Single(result.Diagnostics).Code, reasons.Split(' '));
        Assert.True(Environment.WorkingSet - before < Growth, "This process grew.");
        Assert.Equal("42", await workers.EvaluateAsync("return 6 * 7;"));
        Assert.DoesNotContain(AppDomain.CurrentDomain.GetAssemblies(), assembly => string.Equals(assembly.GetName().Name, "Jint", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("(", ")", 20_000, "script.too-long")]
    [InlineData("[", "]", 7_000, "script.too-deep")]
    [InlineData("(", ")", 7_000, "script.too-deep")]
    [InlineData("!", "", 15_000, "script.too-deep")]
    [InlineData("typeof ", "", 2_000, "script.too-deep")]
    [InlineData("1+", "", 20_000, "script.too-long")]
    [InlineData("1+\n", "", 5_000, "script.too-deep")]
    [InlineData("a?b:", "", 4_000, "script.too-deep")]
    public async Task Script_NestedWithoutEnd_IsRefusedBeforeAnybodyReadsIt(string opening, string closing, int count, string code)
    {
        var source = $"return {string.Concat(Enumerable.Repeat(opening, count))}1{string.Concat(Enumerable.Repeat(closing, count))};";
        Assert.Equal(code, Assert.Single((await workers.RunAsync(source)).Diagnostics).Code);
    }

    /// <summary>What the count of brackets and operators lets through fits on the worker's stack.</summary>
    [Theory]
    [InlineData("", "if(1)", 3_200, "return 1;", "1")]
    [InlineData("", "if(0){}else ", 1_300, "return 1;", "1")]
    [InlineData("var a={};a.a=a;return typeof a", ".a", 8_000, ";", "\"object\"")]
    [InlineData("function f(){return f} f", "()", 8_000, ";return 1", "1")]
    [InlineData("return (0", "+{}", 60, ").length;", "901")]
    public async Task Script_LongButFlat_Runs(string opening, string part, int count, string closing, string expected)
        => Assert.Equal(expected, await workers.EvaluateAsync(opening + string.Concat(Enumerable.Repeat(part, count)) + closing));

    [Fact]
    public async Task Script_ThatPollutedPrototypes_IsForgotten()
    {
        Assert.Equal("1", await workers.EvaluateAsync("Object.prototype.leaked = 1; Math.leaked = 1; return ({}).leaked;"));
        Assert.Equal("[null,null]", await workers.EvaluateAsync("return [({}).leaked, Math.leaked];"));
    }

    [Theory]
    [InlineData("{\"a\": ", "script.input-invalid")]
    [InlineData("{} {}", "script.input-invalid")]
    [InlineData("", "script.input-invalid")]
    public async Task Input_ThatIsNoJson_IsRefused(string input, string code)
        => Assert.Equal(code, Assert.Single((await workers.RunAsync("return 1;", input)).Diagnostics).Code);

    [Fact]
    public async Task Input_TooDeepOrTooLong_IsRefused()
    {
        var deep = new string('[', 65) + new string(']', 65);
        Assert.Equal("script.input-invalid", Assert.Single((await workers.RunAsync("return 1;", deep)).Diagnostics).Code);
        Assert.Equal("script.input-too-long", Assert.Single((await workers.RunAsync("return 1;", $"\"{new string('a', 1_000_000)}\"")).Diagnostics).Code);
        Assert.Equal("999990", await workers.EvaluateAsync("return input.length;", $"\"{new string('a', 999_990)}\""));
    }
}
