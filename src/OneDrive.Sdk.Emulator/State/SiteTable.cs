namespace OneDrive.Sdk.Emulator.State;

/// <summary>The sites of the tenant: one for each group.</summary>
internal sealed class SiteTable(EmulatorOptions options)
{
    private string Host => $"sharepoint.{options.TenantDomain}";

    public IReadOnlyList<SiteState> List(IReadOnlyList<GroupState> groups) => [.. groups.Select(ToSite)];

    public SiteState? Find(IReadOnlyList<GroupState> groups, string idOrPath)
    {
        if (idOrPath.Equals("root", StringComparison.OrdinalIgnoreCase) || idOrPath.Equals(Host, StringComparison.OrdinalIgnoreCase))
        {
            return groups.Count > 0 ? ToSite(groups[0]) : null;
        }

        return List(groups).FirstOrDefault(site => site.Id.Equals(idOrPath, StringComparison.OrdinalIgnoreCase)
            || $"{site.Host}:/{site.Path}".Equals(idOrPath, StringComparison.OrdinalIgnoreCase)
            || $"root:/{site.Path}".Equals(idOrPath, StringComparison.OrdinalIgnoreCase));
    }

    private SiteState ToSite(GroupState group)
        => new($"{Host},{group.Id},{group.Id}", Host, $"sites/{group.DisplayName.Replace(' ', '-')}", group);
}
