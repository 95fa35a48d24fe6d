namespace Approvals.Workflow.Diagram.Shapes;

/// <summary>The triggers of events as paths around (0,0), for a ring of radius 18.</summary>
internal static class EventGlyph
{
    public const string EnvelopeBody = "M-8.5-6H8.5V6H-8.5Z";
    public const string EnvelopeFlap = "M-8.5-6 0 1 8.5-6";
    public const string Disc = "M9.5 0A9.5 9.5 0 1 1-9.5 0 9.5 9.5 0 1 1 9.5 0Z";
    public const string Pentagon = "M0-9 8.6-2.8 5.3 7.3H-5.3L-8.6-2.8Z";
    public const string Cross = "M-3-9H3V-3H9V3H3V9H-3V3H-9V-3H-3Z";

    private const string Clock = Disc + "M0-9.5V-7.3M9.5 0H7.3M0 9.5V7.3M-9.5 0H-7.3M0-5.8V0L3.8 2.6";
    private const string Flash = "M-8 7.5-3.3-7 2.6 1.2 8-7.5 3.3 7-2.6-1.2Z";
    private const string Rise = "M0-9 7 8 0 1.5-7 8Z";
    private const string Triangle = "M0-9 8.6 6.3H-8.6Z";
    private const string Rewind = "M-.3-6.5V6.5L-8.8 0ZM8.2-6.5V6.5L-.3 0Z";
    private const string Page = "M-6.5-8.5H6.5V8.5H-6.5ZM-4-5H4M-4-1.7H4M-4 1.7H4M-4 5H4";
    private const string Arrow = "M-9-3H.5V-7L9 0 .5 7V3H-9Z";
    private const string Ex = "M-8-5.5-5.5-8 0-2.5 5.5-8 8-5.5 2.5 0 8 5.5 5.5 8 0 2.5-5.5 8-8 5.5-2.5 0Z";

    public static string Of(EventTrigger trigger) =>
        trigger switch
        {
            EventTrigger.Timer => Clock,
            EventTrigger.Error => Flash,
            EventTrigger.Escalation => Rise,
            EventTrigger.Signal => Triangle,
            EventTrigger.Compensation => Rewind,
            EventTrigger.Conditional => Page,
            EventTrigger.Link => Arrow,
            EventTrigger.Cancel => Ex,
            EventTrigger.Multiple => Pentagon,
            EventTrigger.ParallelMultiple => Cross,
            _ => throw new ArgumentOutOfRangeException(nameof(trigger), trigger, "Drawn by EventShape itself."),
        };
}
