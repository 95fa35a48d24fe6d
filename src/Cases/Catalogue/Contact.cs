namespace Approvals.Cases.Catalogue;

/// <summary>咨询与投诉: the window that answers for the item.</summary>
/// <param name="Window">The number above the window.</param>
/// <param name="Complaint">Telephone of the complaints desk.</param>
public sealed record Contact(
    string Window,
    string WindowName,
    string Place,
    string Phone,
    string Hours,
    string Complaint
);
