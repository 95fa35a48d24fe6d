using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Codecs;

/// <summary>The open incidents in a snapshot, oldest first.</summary>
internal static class IncidentSection
{
    public static void Write(StateBytes bytes, ProcessInstanceState state)
    {
        bytes.Count(state.Incidents.Count);
        foreach (var incident in state.Incidents.Items)
        {
            bytes.Signed(incident.Key - state.InstanceKey);
            bytes.Signed(incident.Owner.Key - state.InstanceKey);
            bytes.Text(incident.ElementId);
            bytes.Count((int)incident.Kind);
            bytes.Text(incident.Message);
            bytes.Text(incident.Resolution);
            bytes.Count((int)incident.RetryAt);
        }
    }

    public static void Read(ref StateCursor cursor, ProcessInstanceState state)
    {
        for (var left = cursor.Count(); left > 0; left--)
        {
            var key = cursor.Signed() + state.InstanceKey;
            var owner = cursor.Signed() + state.InstanceKey;
            var element = cursor.Text();
            var incident = new IncidentState(
                key,
                Apply.Owner(state, owner, element),
                element,
                (IncidentKind)cursor.Integer(),
                cursor.Text(),
                cursor.Text(),
                (ElementPhase)cursor.Integer()
            );
            incident.Owner.Incident = incident;
            state.Incidents.Add(incident);
        }
    }
}
