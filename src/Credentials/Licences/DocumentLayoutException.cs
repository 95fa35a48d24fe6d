namespace Approvals.Credentials.Licences;

/// <summary>The content does not fit its form: the worker that renders makes an incident of it, a person shortens the text.</summary>
public sealed class DocumentLayoutException(string message) : Exception(message);
