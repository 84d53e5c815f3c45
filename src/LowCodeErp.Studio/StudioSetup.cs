using LowCodeErp.Portal.Navigation;
using LowCodeErp.Studio.AppSettings;
using LowCodeErp.Studio.Diagram;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.Editing.Merging;
using LowCodeErp.Studio.FormDesigner;
using LowCodeErp.Studio.FormDesigner.Clips;
using LowCodeErp.Studio.FormDesigner.Layouts;
using LowCodeErp.Studio.Preview;
using LowCodeErp.Studio.Sheets;
using LowCodeErp.Studio.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace LowCodeErp.Studio;

public static class StudioSetup
{
    /// <summary>The designers; the host has added the engine and the portal.</summary>
    public static IServiceCollection AddStudio(this IServiceCollection services) => services
        .AddScoped<IMenuSource, StudioMenu>()
        .AddSingleton<LayoutRules>()
        .AddSingleton<Palette>()
        .AddSingleton<DocumentMerge>()
        .AddSingleton<PreviewRooms>()
        .AddSingleton<OpenDesigns>()
        .AddSingleton<SheetFiles>()
        .AddSingleton<FormReferences>()
        .AddSingleton<AppImport>()
        .AddScoped<DesignClipboard>()
        .AddScoped<DesignDesk>();
}
