using System.Text.Json.Serialization;

namespace Approvals.Cases.Events;

/// <summary>
/// Something that happened to a case, at a UTC instant of whole milliseconds. Events hold ids, hashes and the values that are
/// read; what a person wrote or uploaded is a <see cref="DocumentRef"/>. <c>By</c> is an actor's id.
/// </summary>
public abstract record CaseEvent([property: JsonPropertyOrder(-1)] DateTimeOffset At);
