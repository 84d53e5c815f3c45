using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Portal.Records;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Access.Explaining;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.UI.Controls.PageHeader;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Web.Administration.Roles;

/// <summary>Answers why a member may do something or may not: everybody about himself, administrators about all.</summary>
public sealed partial class WhyPage : IDisposable
{
    private const int Suggestions = 20;

    private readonly Leaving _leaving = new();
    private IReadOnlyList<Diagnostic> _problems = [];
    private AccessExplanation? _explanation;
    private MemberAccess? _access;
    private RecordReference? _member;
    private RecordReference? _record;
    private FormModel? _form;
    private FieldModel? _field;
    private AccessOperation _operation;

    [Inject]
    public required IAccessExplanations Explanations { get; set; }

    [Inject]
    public required IAccess Access { get; set; }

    [Inject]
    public required IRecordQueries Queries { get; set; }

    [Inject]
    public required IWorkspace Workspace { get; set; }

    [Inject]
    public required IOrganisation Organisation { get; set; }

    [Inject]
    public required ICurrentActor CurrentActor { get; set; }

    [SupplyParameterFromQuery(Name = "member")]
    public long? AskedMember { get; set; }

    [SupplyParameterFromQuery(Name = "form")]
    public string? AskedForm { get; set; }

    [SupplyParameterFromQuery(Name = "record")]
    public long? AskedRecord { get; set; }

    private IReadOnlyList<BreadcrumbItem> Breadcrumb => MayAskAboutOthers ? [new(Text["Roles"], "administration/roles")] : [];

    private ExplanationSentences Sentences => new(Organisation.Current, Workspace.TimeZone);

    private bool MayAskAboutOthers => Workspace.Current.Apps.Any(app => _access!.Administers(app.Key));

    /// <summary>Of whose names the asker may know.</summary>
    private IEnumerable<FormModel> Forms => Workspace.Current.Forms.Where(form => form.Parent is null && MayKnow(form));

    private IEnumerable<FieldModel> Fields => FieldsAndColumns.Where(_access!.Of(_form!).MaySee);

    /// <summary>The fields of the form, each sub-table followed by its columns.</summary>
    private IEnumerable<FieldModel> FieldsAndColumns
        => _form!.Fields.Where(own => own is { Whole: null, UniqueKey: null } && own.Shape is not FieldShape.Action)
            .SelectMany(own => (own.Lines?.ShownFields ?? []).Where(column => column != column.Form.ParentReference).Prepend(own));

    public void Dispose() => _leaving.Dispose();

    protected override async Task OnInitializedAsync()
    {
        var actor = await CurrentActor.GetAsync();
        _access = await Access.OfAsync(actor, _leaving.Token);
        _form = Forms.FirstOrDefault(form => form.Key == AskedForm);
        var asked = MayAskAboutOthers ? AskedMember ?? actor.MemberId!.Value : actor.MemberId!.Value;
        _member = Organisation.Current.FindMember(asked) is { } member ? new(member.Id, member.Name, member.UserName) : null;
        if (_form is not null && AskedRecord is { } id && await Queries.FindAsync(_form, id, actor, _leaving.Token) is { } row)
        {
            _record = new(id, RecordTitle.Of(row), null);
        }

        await ExplainAsync();
    }

    private static string KeyOf(FieldModel field) => field.Form.Parent is { } subTable ? $"{subTable.Key}.{field.Key}" : field.Key;

    private static string LabelOf(FieldModel field) => field.Form.Parent is { } subTable ? $"{subTable.Label} · {field.Label}" : field.Label.ToString();

    private static (string Look, string Icon) LookOf(AccessExplanation told) => told switch
    {
        { IsAllowed: true } => ("allowed", "check_circle"),
        { IsAllowed: null } => ("depends", "help"),
        { IsMasked: not false } => ("depends", "visibility_off"),
        _ => ("refused", "block"),
    };

    /// <summary>Administrators view others, and none of their own kind: they see everything themselves.</summary>
    private bool MayViewAs(AccessExplanation told)
        => _access!.IsUnlimited && told.Question.MemberId != _access.Actor.MemberId
            && !told.Reasons.Any(reason => reason is AccessReason.Deactivated or AccessReason.Stands { Standing: AccessStanding.Administrator });

    private bool MayKnow(FormModel form)
        => _access!.Administers(form.App) || _access.Of(form).May(AccessOperation.View) || _access.Of(form).May(AccessOperation.Create);

    private async Task<IReadOnlyList<RecordReference>> SuggestMembersAsync(string? text, CancellationToken cancellationToken)
        => await Queries.SuggestMembersAsync(text, Suggestions, await CurrentActor.GetAsync(), cancellationToken);

    private async Task<IReadOnlyList<RecordReference>> SuggestRecordsAsync(string? text, CancellationToken cancellationToken)
        => await Queries.SuggestAsync(_form!, text, Suggestions, await CurrentActor.GetAsync(), cancellationToken: cancellationToken);

    private Task ChooseMemberAsync(RecordReference? member)
    {
        _member = member;
        return ExplainAsync();
    }

    private Task ChooseFormAsync(string? key)
    {
        (_form, _record, _field) = (Forms.FirstOrDefault(form => form.Key == key), null, null);
        return ExplainAsync();
    }

    private Task ChooseRecordAsync(RecordReference? record)
    {
        _record = record;
        return ExplainAsync();
    }

    private Task ChooseOperationAsync(string operation)
    {
        _operation = Enum.Parse<AccessOperation>(operation);
        _field = AccessQuestion.OfFields.Contains(_operation) ? _field : null;
        return ExplainAsync();
    }

    private Task ChooseFieldAsync(string? key)
    {
        _field = Fields.FirstOrDefault(field => KeyOf(field) == key);
        return ExplainAsync();
    }

    private async Task ExplainAsync()
    {
        (_problems, _explanation) = ([], null);
        if (_member is not null && _form is not null)
        {
            var question = new AccessQuestion(_member.Id, _form, _record?.Id, _field, _operation);
            switch (await Explanations.ExplainAsync(question, await CurrentActor.GetAsync(), _leaving.Token))
            {
                case AccessReply.Told { Explanation: var explanation }:
                    _explanation = explanation;
                    break;
                case AccessReply.Refused { Problem: var problem }:
                    _problems = [problem];
                    break;
            }
        }
    }
}
