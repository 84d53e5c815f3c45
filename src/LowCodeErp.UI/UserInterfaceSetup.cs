using LowCodeErp.UI.Formulas;
using LowCodeErp.UI.Localization;
using Microsoft.Extensions.DependencyInjection;
using Radzen;

namespace LowCodeErp.UI;

public static class UserInterfaceSetup
{
    /// <summary>The services that the controls need, Radzen's in the languages of this product.</summary>
    public static IServiceCollection AddUserInterface(this IServiceCollection services)
        => services.AddRadzenComponents().AddSingleton<ILocalizer, RadzenLocalizer>().AddScoped<FormulaTrials>();
}
