using LowCodeErp.Portal.Navigation;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Unit.Tests.Extending;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.JSInterop;

namespace LowCodeErp.Unit.Tests.Navigation;

/// <summary>What a page throws is shown and logged as a failure, unless it is none.</summary>
public sealed class PageErrorBoundaryTests
{
    [Fact]
    public async Task Failure_OfAPage_IsShownWithTheNumberThatTheLogHas()
    {
        var (html, log) = await FailAsync(new InvalidOperationException("broken"), isOver: false);

        var line = Assert.Single(log.Errors);
        Assert.Contains("抱歉", html, StringComparison.Ordinal);
        Assert.Contains(line[^9..], html, StringComparison.Ordinal);
        Assert.DoesNotContain("broken", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_OfAWriteWhileViewing_SaysWhoIsViewedAndIsNoFailure()
    {
        var (html, log) = await FailAsync(new OnlyViewingException("李四"), isOver: false);

        Assert.Empty(log.Errors);
        Assert.Contains("您正在以“李四”的身份查看，不能做任何改动。", html, StringComparison.Ordinal);
        Assert.Contains("data-show-again", html, StringComparison.Ordinal);
        Assert.DoesNotContain("抱歉", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DisposedObject_IsAFailureAsLongAsThePageIsThere()
    {
        var failure = new ObjectDisposedException("connection");

        Assert.Single((await FailAsync(failure, isOver: false)).Log.Errors);
        Assert.Empty((await FailAsync(failure, isOver: true)).Log.Errors);
        Assert.Single((await FailAsync(new InvalidOperationException("broken"), isOver: true)).Log.Errors);
    }

    [Fact]
    public async Task Browser_ThatIsGone_IsNoFailure()
    {
        Assert.Empty((await FailAsync(new JSDisconnectedException("gone"), isOver: false)).Log.Errors);
    }

    private static async Task<(string Html, RecordedLog Log)> FailAsync(Exception exception, bool isOver)
    {
        var (life, log) = (new CircuitLife(), new RecordedLog());
        await (isOver ? life.OnCircuitClosedAsync(null!, TestContext.Current.CancellationToken) : Task.CompletedTask);
        RenderFragment page = builder =>
        {
            builder.OpenComponent<FailingPage>(0);
            builder.AddComponentParameter(1, nameof(FailingPage.Failure), exception);
            builder.CloseComponent();
        };
        var body = await Page.RenderAsync<PageErrorBoundary>(
            new() { [nameof(PageErrorBoundary.ChildContent)] = page },
            addServices: services => services.AddSingleton(life).AddSingleton<ILogger<PageErrorBoundary>>(log));
        return (body.InnerHtml, log);
    }

    private sealed class FailingPage : ComponentBase
    {
        [Parameter]
        public Exception Failure { get; set; } = null!;

        protected override void OnInitialized() => throw Failure;
    }

    private sealed class RecordedLog : ILogger<PageErrorBoundary>
    {
        public List<string> Errors { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel >= LogLevel.Error)
            {
                Errors.Add(formatter(state, exception));
            }
        }
    }
}
