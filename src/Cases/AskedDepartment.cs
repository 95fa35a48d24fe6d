namespace Approvals.Cases;

/// <summary>A department that a case is to ask, and its working days, when the case itself and not its item names them.</summary>
public sealed record AskedDepartment(string Unit, int Days);
