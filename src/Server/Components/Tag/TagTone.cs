namespace Approvals.Server.Components.Tag;

public enum TagTone
{
    Plain,
    Jade,
    Blue,
    Amber,
}
