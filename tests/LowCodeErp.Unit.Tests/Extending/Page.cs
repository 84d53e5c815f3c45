using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.JSInterop;
using NSubstitute;
using Radzen;

namespace LowCodeErp.Unit.Tests.Extending;

/// <summary>Renders a component once, as the server does before the browser takes over.</summary>
internal static class Page
{
    public static async Task<IElement> RenderAsync<TComponent>(Dictionary<string, object?> parameters, string culture = "zh-CN", Action<IServiceCollection>? addServices = null) where TComponent : IComponent
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddLocalization();
        services.AddRadzenComponents();
        services.AddSingleton<NavigationManager>(new FixedAddress());
        services.AddSingleton(Substitute.For<IJSRuntime>());
        services.AddSingleton(Substitute.For<IRecordQueries>());
        services.AddSingleton(Substitute.For<ICurrentActor>());
        services.AddSingleton(new ExtensionCatalog<IFieldType>([]));
        addServices?.Invoke(services);
        await using var provider = services.BuildServiceProvider();
        await using var renderer = new HtmlRenderer(provider, provider.GetRequiredService<ILoggerFactory>());
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters))).ToHtmlString());
        return new HtmlParser().ParseDocument(html).Body!;
    }

    private sealed class FixedAddress : NavigationManager
    {
        public FixedAddress()
        {
            Initialize("http://localhost/", "http://localhost/");
        }
    }
}
