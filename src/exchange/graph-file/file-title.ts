// What a graph file is called where it names itself not: its name without folder and endings.

/** `network` of `/data/network.gexf.gz`. */
export const fileTitle = (name: string): string =>
  name.replace(/^.*[\\/]/, '').replace(/(\.(gz|xml|graphml|gexf))+$/i, '') || name;
