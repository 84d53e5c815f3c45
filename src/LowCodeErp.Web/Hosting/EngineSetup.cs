using LowCodeErp.BuiltIns.Fields.Text;
using LowCodeErp.Data.Access;
using LowCodeErp.Data.Auditing;
using LowCodeErp.Data.Calendars;
using LowCodeErp.Data.Comments;
using LowCodeErp.Data.Departments;
using LowCodeErp.Data.Designs;
using LowCodeErp.Data.Drafts;
using LowCodeErp.Data.Files;
using LowCodeErp.Data.Flows;
using LowCodeErp.Data.Formulas;
using LowCodeErp.Data.HandOvers;
using LowCodeErp.Data.Health;
using LowCodeErp.Data.Indexes;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Numbering;
using LowCodeErp.Data.Organisations;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Publishing;
using LowCodeErp.Data.Queries;
using LowCodeErp.Data.Records;
using LowCodeErp.Data.Tiering;
using LowCodeErp.Data.Views;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Access.Explaining;
using LowCodeErp.Runtime.Auditing;
using LowCodeErp.Runtime.Calendars;
using LowCodeErp.Runtime.Changes;
using LowCodeErp.Runtime.Comments;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Departments;
using LowCodeErp.Runtime.Designs;
using LowCodeErp.Runtime.Drafts;
using LowCodeErp.Runtime.Exporting;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Files;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Runtime.HandOvers;
using LowCodeErp.Runtime.Importing;
using LowCodeErp.Runtime.Indexes;
using LowCodeErp.Runtime.Inference;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Inbox;
using LowCodeErp.Runtime.Flows.Webhooks;
using LowCodeErp.Runtime.Flows.Work;
using LowCodeErp.Runtime.Layout;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Templates;
using LowCodeErp.Runtime.Tiering;
using LowCodeErp.Runtime.Views;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Web.Administration.Roles;
using LowCodeErp.Web.Administration.Audit;

namespace LowCodeErp.Web.Hosting;

/// <summary>Puts the engine together: the same for the server and for every command.</summary>
internal static class EngineSetup
{
    public static IServiceCollection AddEngine(this IServiceCollection services) => services
        .AddSingleton(TimeProvider.System)
        .AddSingleton(provider => new WorkspaceZone(() => provider.GetRequiredService<IWorkspace>().TimeZone))
        .AddSingleton(CreateCatalog<IFieldType>)
        .AddSingleton(CreateCatalog<ILayoutItem>)
        .AddSingleton(CreateCatalog<IFlowNode>)
        .AddSingleton<WorkspaceCompiler>()
        .AddSingleton<PublishedWorkspace>()
        .AddSingleton<IWorkspace>(provider => provider.GetRequiredService<PublishedWorkspace>())
        .AddSingleton<ICalendarStore, CalendarStore>()
        .AddSingleton<WorkingCalendars>()
        .AddSingleton<IWorkingCalendars>(provider => provider.GetRequiredService<WorkingCalendars>())
        .AddSingleton<IOrganisationStore, OrganisationStore>()
        .AddSingleton<CurrentOrganisation>()
        .AddSingleton<IOrganisation>(provider => provider.GetRequiredService<CurrentOrganisation>())
        .AddSingleton<IdAllocator>()
        .AddSingleton<IPublisher, Publisher>()
        .AddSingleton<IAppVersions, AppVersions>()
        .AddSingleton<IFlowVersions, FlowVersions>()
        .AddSingleton<IKeptValuesStore, KeptValuesStore>()
        .AddSingleton<AppComparison>()
        .AddSingleton<WorkspaceContextFactory>()
        .AddSingleton<IRecordStore, RecordStore>()
        .AddSingleton<AuditLog>()
        .AddSingleton<IAuditLog>(provider => provider.GetRequiredService<AuditLog>())
        .AddSingleton<AuditSealer>()
        .AddSingleton<AuditCheck>()
        .AddSingleton<AuditTrail>()
        .AddSingleton<AuditSheet>()
        .AddSingleton<RecordQueries>()
        .AddSingleton<IRecordQueries>(provider => ActivatorUtilities.CreateInstance<AuditedQueries>(provider, provider.GetRequiredService<RecordQueries>()))
        .AddSingleton<IFormIndexes, FormIndexes>()
        .AddSingleton<IRunningFlows, RunningFlows>()
        .AddSingleton<MemberRights>()
        .AddSingleton<IAccess>(provider => provider.GetRequiredService<MemberRights>())
        .AddSingleton<IRoleAssignments>(provider => provider.GetRequiredService<MemberRights>())
        .AddSingleton<IAccessExplanations, AccessExplanations>()
        .AddSingleton<IRecordShares, RecordShares>()
        .AddSingleton<RoleHolders>()
        .AddSingleton<IDepartments, DepartmentStore>()
        .AddSingleton<IDraftStore, DraftStore>()
        .AddSingleton<IDesignDraftStore, DesignDraftStore>()
        .AddSingleton<IPersonalViewStore, PersonalViewStore>()
        .AddSingleton<FileContents>()
        .AddSingleton<IFileStore, FileStore>()
        .AddSingleton<FileSweep>()
        .AddSingleton<IRecordComments, RecordComments>()
        .AddSingleton<FormulaQueries>()
        .AddSingleton<SavePipeline>()
        .AddSingleton(provider => ActivatorUtilities.CreateInstance<FormulaConditions>(
            provider, FormulaAbility.Of(provider.GetRequiredService<WorkspaceConnections>().Target.Provider)))
        .AddSingleton<Importer>()
        .AddSingleton<SheetInference>()
        .AddSingleton<TargetSearch>()
        .AddSingleton<RecordExporter>()
        .AddSingleton<TemplateInstaller>()
        .AddSingleton(_ => new TemplateShelf(Path.Combine(AppContext.BaseDirectory, "templates")))
        .AddSingleton<ITierData, TierData>()
        .AddSingleton<ITierStandings, TierStandings>()
        .AddSingleton<TierRunner>()
        .AddSingleton<IHandOverPart, OrganisationPart>()
        .AddSingleton<IHandOverPart, SharesPart>()
        .AddSingleton<IHandOverPart, PersonalViewsPart>()
        .AddSingleton<IHandOverPart, RecordsPart>()
        .AddSingleton<IHandOverStore, HandOverStore>()
        .AddSingleton<HandOverDesk>()
        .AddSingleton<IFlowStore, FlowStore>()
        .AddSingleton<IFlowQueries, FlowQueries>()
        .AddSingleton<IInbox, Inbox>()
        .AddSingleton<IFlowSnapshots, FlowSnapshots>()
        .AddSingleton<IFlowAgenda, FlowAgenda>()
        .AddSingleton<IFlowStarts, FlowStarts>()
        .AddSingleton<FlowNews>()
        .AddSingleton<FlowShell>()
        .AddSingleton<FlowEngine>()
        .AddSingleton<FlowDesk>()
        .AddSingleton<FlowTimerScan>()
        .AddSingleton<FlowScheduleScan>()
        .AddSingleton<FlowStartRunner>()
        .AddSingleton(provider => new WebhookGuard(provider.GetRequiredService<IConfiguration>().GetSection("Webhooks:AllowedHosts").Get<string[]>() ?? []))
        .AddSingleton<WebhookSender>()
        .AddSingleton<IFlowJobHandler, WebhookJob>()
        .AddSingleton<IFlowJobHandler, ScriptJob>()
        .AddSingleton<IFlowJobHandler, MessageJob>()
        .AddSingleton<FlowJobRunner>()
        .AddSingleton<Doctor>()
        .AddScripts();

    /// <summary>What runs beside the pages; a command has no use for it.</summary>
    public static IServiceCollection AddHostedServices(this IServiceCollection services) => services
        .AddHostedService<WorkspaceRefresh>()
        .AddHostedService<FileSweeper>()
        .AddHostedService<AuditSealing>()
        .AddHostedService<FlowWork>();

    /// <summary>The only registration of extensions there is: whatever stands in the assembly of the built-ins.</summary>
    private static ExtensionCatalog<TExtension> CreateCatalog<TExtension>(IServiceProvider provider) where TExtension : class, IExtension
        => new(ExtensionScanner.Find<TExtension>(typeof(TextField).Assembly)
            .Select(type => (TExtension)ActivatorUtilities.CreateInstance(provider, type)));
}
